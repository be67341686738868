internal import Barcodes
internal import CZBar
internal import Glibc
internal import ImageDecoding

/// Owns a libzbar image scanner, used for a single picture.
///
/// A reused scanner carries half an EAN over to the next picture (libzbar 0.23).
struct ImageScanner: ~Copyable {
    private let scanner: OpaquePointer

    /// `includesDataBar` is for the unmodified picture only: DataBar costs time in every rendering and is found in
    /// noise.
    init(options: DecodingOptions, includesDataBar: Bool) throws(ImageDecodingError) {
        guard let scanner = zbar_image_scanner_create() else { throw .memoryLimit }
        self.scanner = scanner
        // libzbar runs a code and its add-on together, and reports a book's EAN-13 as a number that is not printed,
        // so none of these symbologies is enabled.
        set(ZBAR_NONE, ZBAR_CFG_ENABLE, 0)
        for (type, symbology) in Self.kinds where options.wants(symbology) {
            let isDataBar = type == ZBAR_DATABAR || type == ZBAR_DATABAR_EXP
            if !isDataBar || includesDataBar { set(type, ZBAR_CFG_ENABLE, 1) }
        }
        set(ZBAR_I25, ZBAR_CFG_MIN_LEN, Int32(clamping: options.shortestInterleaved))
        // By default, libzbar guesses the character set of QR codes and mistakes Big5 for Shift-JIS.
        set(ZBAR_QRCODE, ZBAR_CFG_BINARY, 1)
    }

    deinit { zbar_image_scanner_destroy(scanner) }

    /// Calls `visit` with every symbol that libzbar finds in `image`.
    consuming func scan(
        _ image: borrowing GreyImage,
        _ visit: (OpaquePointer) -> Void
    ) throws(ImageDecodingError) {
        try Self.requireWorkingMemory(for: image)
        guard let handle = zbar_image_create() else { throw .memoryLimit }
        // Destroyed before `image`, because libzbar reads its pixels without copying them.
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
        // Fails only for symbologies that this libzbar was built without, which need no setting.
        _ = zbar_image_scanner_set_config(scanner, symbol, option, value)
    }

    /// Checks that memory is available: libzbar ignores failures of malloc, and copies the picture once to find QR
    /// codes.
    private static func requireWorkingMemory(for image: borrowing GreyImage) throws(ImageDecodingError) {
        guard let probe = malloc(image.pixels.count + (16 << 20)) else { throw .memoryLimit }
        free(probe)
    }
}
