import CZXing

/// Decodes a linear symbol from a line of modules with ZXing.
enum LinearReader {
    /// White modules on either side, which stand for the surrounding paper.
    private static let margin = 12
    private static let dotsPerModule = 3
    /// The number of rows in the image, which are identical.
    private static let rows = 3

    /// Returns the decoded bytes; nil if ZXing cannot decode the bars.
    static func read(_ modules: [UInt8], as kind: zxing_symbology) -> [UInt8]? {
        let width = (modules.count + 2 * margin) * dotsPerModule
        var row = [UInt8](repeating: 255, count: width)
        for (index, module) in modules.enumerated() where module == 0 {
            let start = (index + margin) * dotsPerModule
            for dot in start..<start + dotsPerModule { row[dot] = 0 }
        }
        let pixels = Array(repeatElement(row, count: rows).joined())
        return SymbolReader.bytes { found in
            zxing_read_linear(pixels, Int32(width), Int32(rows), 1 << kind.rawValue, found, SymbolReader.report)
        }
    }
}
