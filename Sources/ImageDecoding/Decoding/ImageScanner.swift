internal import CZBar
internal import Glibc

/// The one owner of a libzbar image scanner, good for a single image.
struct ImageScanner: ~Copyable {
    private let scanner: OpaquePointer

    init(limits: ImageLimits) throws(ImageDecodingError) {
        guard let scanner = zbar_image_scanner_create() else { throw .memoryLimit }
        self.scanner = scanner
        set(ZBAR_NONE, ZBAR_CFG_ENABLE, 1)
        // A code and its add-on come back run together, and a book's EAN-13 under a number that is not printed.
        for unwanted in [ZBAR_COMPOSITE, ZBAR_EAN2, ZBAR_EAN5, ZBAR_ISBN10, ZBAR_ISBN13] {
            set(unwanted, ZBAR_CFG_ENABLE, 0)
        }
        set(ZBAR_I25, ZBAR_CFG_MIN_LEN, Int32(clamping: limits.shortestInterleaved))
        // Left alone, libzbar guesses a character set for QR and takes Shift-JIS for Big5.
        set(ZBAR_QRCODE, ZBAR_CFG_BINARY, 1)
    }

    deinit { zbar_image_scanner_destroy(scanner) }

    /// Every different code in `image`.
    func scan(_ image: borrowing GreyImage) throws(ImageDecodingError) -> [DecodedCode] {
        try Self.requireWorkingMemory(for: image)
        guard let handle = zbar_image_create() else { throw .memoryLimit }
        // Runs before `image` can end: libzbar reads its pixels without copying them.
        defer { zbar_image_destroy(handle) }
        zbar_image_set_format(handle, 0x3030_3859)  // "Y800", little-endian: one grey byte a pixel
        zbar_image_set_size(handle, UInt32(image.width), UInt32(image.height))
        zbar_image_set_data(handle, image.pixels.baseAddress, UInt(image.pixels.count), nil)
        guard zbar_scan_image(scanner, handle) >= 0 else { throw .damaged("libzbar refuses its pixels") }

        var codes: [DecodedCode] = []
        var symbol = zbar_image_first_symbol(handle)
        while let found = symbol {
            if let code = DecodedCode(found, width: image.width, height: image.height) { codes.append(code) }
            symbol = zbar_symbol_next(found)
        }
        return codes
    }

    private func set(_ symbol: zbar_symbol_type_t, _ option: zbar_config_t, _ value: Int32) {
        // Fails only for symbologies that this libzbar was built without; nothing is then to be set.
        _ = zbar_image_scanner_set_config(scanner, symbol, option, value)
    }

    /// libzbar does not look at what malloc answers, and copies the picture once to find QR codes.
    private static func requireWorkingMemory(for image: borrowing GreyImage) throws(ImageDecodingError) {
        guard let probe = malloc(image.pixels.count + (16 << 20)) else { throw .memoryLimit }
        free(probe)
    }
}
