import Barcodes
import CZXing

/// Decodes symbols from the dots to be printed, as the final check before printing.
enum SymbolReader {
    /// Throws unless the dots of `placement` decode to `text`, with every module complete and the quiet zone white.
    static func check(
        _ dots: SymbolDots,
        of placement: SymbolPlacement,
        as symbology: Symbology,
        says text: String
    ) throws(LabelError) {
        guard let modules = dots.modules(of: placement) else { throw .unreadable(text) }
        let read =
            switch symbology {
            case .code128: LinearReader.read(modules, as: ZXING_CODE_128)
            case .code39: LinearReader.read(modules, as: ZXING_CODE_39)
            case .qr: MatrixReader(modules, width: placement.pattern.width).qr
            case .dataMatrix: MatrixReader(modules, width: placement.pattern.width).dataMatrix
            default: nil as [UInt8]?
            }
        guard let read, read.elementsEqual(text.utf8) else { throw .unreadable(text) }
    }

    /// Returns the bytes that a ZXing call reports to the pointer that it is given; nil if there are none.
    static func bytes(_ read: (UnsafeMutableRawPointer) -> Bool) -> [UInt8]? {
        var found: [UInt8]?
        let isSound = withUnsafeMutablePointer(to: &found) { read(UnsafeMutableRawPointer($0)) }
        return isSound ? found : nil
    }

    /// Stores the bytes of a code where ``bytes(_:)`` expects them.
    static var report: zxing_report {
        { context, code in
            guard let context, let code, let bytes = code.pointee.bytes else { return }
            let found = context.assumingMemoryBound(to: [UInt8]?.self)
            found.pointee = Array(UnsafeBufferPointer(start: bytes, count: code.pointee.count))
        }
    }
}

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

/// Decodes a matrix symbol from a small image of its modules.
///
/// Its position on paper is verified before. The image contains only the modules, as small as the decoder accepts them.
struct MatrixReader {
    private static let quietZone = 2
    private static let dotsPerModule = 2

    /// One grey byte for each pixel, row by row.
    private let pixels: [UInt8]
    private let side: Int

    /// Creates the image of square `modules`, row by row, 0 dark and 255 light.
    init(_ modules: [UInt8], width: Int) {
        let dots = Self.dotsPerModule
        side = (width + 2 * Self.quietZone) * dots
        var pixels = [UInt8](repeating: 255, count: side * side)
        for row in 0..<(width > 0 ? modules.count / width : 0) {
            for column in 0..<width where modules[row * width + column] == 0 {
                let corner = (row + Self.quietZone) * dots * side + (column + Self.quietZone) * dots
                for y in 0..<dots {
                    for x in 0..<dots { pixels[corner + y * side + x] = 0 }
                }
            }
        }
        self.pixels = pixels
    }

    /// The bytes that ZXing decodes as QR; nil if it cannot.
    var qr: [UInt8]? { SymbolReader.bytes { zxing_read_qr(pixels, Int32(side), Int32(side), $0, SymbolReader.report) } }

    /// The bytes that ZXing decodes as Data Matrix; nil if it cannot.
    var dataMatrix: [UInt8]? {
        SymbolReader.bytes { zxing_read_data_matrix(pixels, Int32(side), Int32(side), $0, SymbolReader.report) }
    }
}
