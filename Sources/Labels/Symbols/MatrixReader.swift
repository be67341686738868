import CZXing

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
    var qr: [UInt8]? {
        SymbolReader.bytes { zxing_read_qr(pixels, Int32(side), Int32(side), $0, SymbolReader.report) }
    }

    /// The bytes that ZXing decodes as Data Matrix; nil if it cannot.
    var dataMatrix: [UInt8]? {
        SymbolReader.bytes { zxing_read_data_matrix(pixels, Int32(side), Int32(side), $0, SymbolReader.report) }
    }
}
