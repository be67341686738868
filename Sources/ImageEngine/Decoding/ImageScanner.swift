internal import Barcodes
internal import CZBar
internal import Glibc
internal import ImageDecoding

/// The one owner of a libzbar image scanner, good for a single picture.
///
/// A scanner kept for a second picture carries half an EAN over into it (libzbar 0.23).
struct ImageScanner: ~Copyable {
    private let scanner: OpaquePointer

    /// `includesDataBar` is for the picture itself only: it costs time everywhere and is seen in noise.
    init(options: DecodingOptions, includesDataBar: Bool) throws(ImageDecodingError) {
        guard let scanner = zbar_image_scanner_create() else { throw .memoryLimit }
        self.scanner = scanner
        // A code and its add-on come back run together, and a book's EAN-13 under a number that is not printed: of
        // those kinds none is switched on.
        set(ZBAR_NONE, ZBAR_CFG_ENABLE, 0)
        for (type, symbology) in Self.kinds where options.wants(symbology) {
            let isDataBar = type == ZBAR_DATABAR || type == ZBAR_DATABAR_EXP
            if !isDataBar || includesDataBar { set(type, ZBAR_CFG_ENABLE, 1) }
        }
        set(ZBAR_I25, ZBAR_CFG_MIN_LEN, Int32(clamping: options.shortestInterleaved))
        // Left alone, libzbar guesses a character set for QR and takes Shift-JIS for Big5.
        set(ZBAR_QRCODE, ZBAR_CFG_BINARY, 1)
    }

    deinit { zbar_image_scanner_destroy(scanner) }

    /// Calls `visit` with every symbol that libzbar sees in `image`.
    consuming func scan(
        _ image: borrowing GreyImage,
        _ visit: (OpaquePointer) -> Void
    ) throws(ImageDecodingError) {
        try Self.requireWorkingMemory(for: image)
        guard let handle = zbar_image_create() else { throw .memoryLimit }
        // Runs before `image` can end: libzbar reads its pixels without copying them.
        defer { zbar_image_destroy(handle) }
        zbar_image_set_format(handle, 0x3030_3859)  // "Y800", little-endian: one grey byte a pixel
        zbar_image_set_size(handle, UInt32(image.width), UInt32(image.height))
        zbar_image_set_data(handle, image.pixels.baseAddress, UInt(image.pixels.count), nil)
        guard zbar_scan_image(scanner, handle) >= 0 else { throw .damaged("libzbar refuses its pixels") }
        var symbol = zbar_image_first_symbol(handle)
        while let found = symbol {
            visit(found)
            symbol = zbar_symbol_next(found)
        }
    }

    private static let kinds: [(zbar_symbol_type_t, Symbology)] = [
        (ZBAR_CODABAR, .codabar), (ZBAR_CODE128, .code128), (ZBAR_CODE39, .code39), (ZBAR_CODE93, .code93),
        (ZBAR_DATABAR, .dataBar), (ZBAR_DATABAR_EXP, .dataBarExpanded), (ZBAR_EAN13, .ean13), (ZBAR_EAN8, .ean8),
        (ZBAR_I25, .interleaved2of5), (ZBAR_QRCODE, .qr), (ZBAR_UPCA, .upcA), (ZBAR_UPCE, .upcE),
    ]

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
