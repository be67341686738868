import CZXing

/// Reads one matrix symbol in a small picture of its modules.
///
/// Where it stands on paper was looked at before: a picture has the modules alone, as small as the reader takes them.
struct MatrixReader {
    private static let quietZone = 2
    private static let dotsPerModule = 2

    /// Row by row, one grey byte each.
    private let pixels: [UInt8]
    private let side: Int

    /// Square `modules`, row by row, 0 dark and 255 light.
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

    /// What ZXing reads in QR, nil when it makes nothing of it.
    var qr: [UInt8]? {
        SymbolReader.bytes { zxing_read_qr(pixels, Int32(side), Int32(side), $0, SymbolReader.report) }
    }

    /// What ZXing reads in Data Matrix, nil when it makes nothing of it.
    var dataMatrix: [UInt8]? {
        SymbolReader.bytes { zxing_read_data_matrix(pixels, Int32(side), Int32(side), $0, SymbolReader.report) }
    }
}
