import CZBar
import CZXing

/// Reads one matrix symbol in a small picture of its modules.
///
/// Where it stands on paper was looked at before: a picture has the modules alone, as small as the reader takes them.
struct MatrixReader {
    /// Row by row, 0 dark and 255 light.
    private let modules: [UInt8]
    private let width: Int

    /// Square `modules`.
    init(_ modules: [UInt8], width: Int) {
        self.modules = modules
        self.width = width
    }

    /// What libzbar reads in QR, nil when that is not exactly one code.
    var qr: [UInt8]? {
        // It reads most symbols in one dot a module, and all in more.
        qr(in: picture(quietZone: 1, dotsPerModule: 1)) ?? qr(in: picture(quietZone: 2, dotsPerModule: 2))
    }

    private struct Picture {
        let side: Int
        let pixels: [UInt8]
    }

    private func picture(quietZone: Int, dotsPerModule dots: Int) -> Picture {
        let side = (width + 2 * quietZone) * dots
        var pixels = [UInt8](repeating: 255, count: side * side)
        for row in 0..<(width > 0 ? modules.count / width : 0) {
            for column in 0..<width where modules[row * width + column] == 0 {
                let corner = (row + quietZone) * dots * side + (column + quietZone) * dots
                for y in 0..<dots {
                    for x in 0..<dots { pixels[corner + y * side + x] = 0 }
                }
            }
        }
        return Picture(side: side, pixels: pixels)
    }

    private func qr(in picture: Picture) -> [UInt8]? {
        // One for each picture: a scanner that is kept carries things over into the next one.
        guard let scanner = zbar_image_scanner_create() else { return nil }
        defer { zbar_image_scanner_destroy(scanner) }
        zbar_image_scanner_set_config(scanner, ZBAR_NONE, ZBAR_CFG_ENABLE, 0)
        zbar_image_scanner_set_config(scanner, ZBAR_QRCODE, ZBAR_CFG_ENABLE, 1)
        zbar_image_scanner_set_config(scanner, ZBAR_QRCODE, ZBAR_CFG_BINARY, 1)
        guard let image = zbar_image_create() else { return nil }
        defer { zbar_image_destroy(image) }
        return picture.pixels.withUnsafeBufferPointer { pixels in
            zbar_image_set_format(image, 0x3030_3859)  // "Y800", little-endian: one grey byte a pixel
            zbar_image_set_size(image, UInt32(picture.side), UInt32(picture.side))
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
        let picture = picture(quietZone: 2, dotsPerModule: 2)
        let isSound = withUnsafeMutablePointer(to: &found) { found in
            zxing_read_data_matrix(picture.pixels, Int32(picture.side), Int32(picture.side), found) { context, code in
                guard let context, let code, let bytes = code.pointee.bytes else { return }
                let found = context.assumingMemoryBound(to: [UInt8]?.self)
                found.pointee = Array(UnsafeBufferPointer(start: bytes, count: code.pointee.count))
            }
        }
        return isSound ? found : nil
    }
}
