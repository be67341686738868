import CZBar
import CZXing

/// Reads one matrix symbol in a small picture of its modules.
struct MatrixReader {
    private let pixels: [UInt8]
    private let side: Int

    /// The one on paper was looked at before; this much libzbar wants to see.
    private static let quietZone = 2
    /// The fewest that libzbar reads.
    private static let dotsPerModule = 2

    /// A picture of square `modules`, 0 dark and 255 light.
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

    /// What libzbar reads in QR, nil when that is not exactly one code.
    var qr: [UInt8]? {
        // One for each picture: a scanner that is kept carries things over into the next one.
        guard let scanner = zbar_image_scanner_create() else { return nil }
        defer { zbar_image_scanner_destroy(scanner) }
        zbar_image_scanner_set_config(scanner, ZBAR_NONE, ZBAR_CFG_ENABLE, 0)
        zbar_image_scanner_set_config(scanner, ZBAR_QRCODE, ZBAR_CFG_ENABLE, 1)
        zbar_image_scanner_set_config(scanner, ZBAR_QRCODE, ZBAR_CFG_BINARY, 1)
        guard let image = zbar_image_create() else { return nil }
        defer { zbar_image_destroy(image) }
        return pixels.withUnsafeBufferPointer { pixels in
            zbar_image_set_format(image, 0x3030_3859)  // "Y800", little-endian: one grey byte a pixel
            zbar_image_set_size(image, UInt32(side), UInt32(side))
            zbar_image_set_data(image, pixels.baseAddress, UInt(pixels.count), nil)
            guard zbar_scan_image(scanner, image) == 1, let symbol = zbar_image_first_symbol(image),
                let data = zbar_symbol_get_data(symbol)
            else { return nil }
            let bytes = UnsafeRawBufferPointer(start: data, count: Int(zbar_symbol_get_data_length(symbol)))
            return Array(bytes)
        }
    }

    /// What ZXing reads in Data Matrix, which libzbar does not know.
    var dataMatrix: [UInt8]? {
        var found: [UInt8]?
        let isSound = withUnsafeMutablePointer(to: &found) { found in
            zxing_read_data_matrix(pixels, Int32(side), Int32(side), found) { context, code in
                guard let context, let code, let bytes = code.pointee.bytes else { return }
                let found = context.assumingMemoryBound(to: [UInt8]?.self)
                found.pointee = Array(UnsafeBufferPointer(start: bytes, count: code.pointee.count))
            }
        }
        return isSound ? found : nil
    }
}
