import CZXing

/// One pass of ZXing along a line of modules.
enum LinearReader {
    /// White modules on either side, as a gun sees paper there.
    private static let margin = 12
    private static let dotsPerModule = 3
    /// Rows of the picture, which all look alike.
    private static let rows = 3

    /// What the bars say, nil when ZXing makes nothing of them.
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
