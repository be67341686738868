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
    consuming func scan(_ image: borrowing GreyImage, _ visit: (OpaquePointer) -> Void) throws(ImageDecodingError) {
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

extension Symbology {
    /// The symbology of a libzbar type; a type without a name in Outguide keeps libzbar's name in lower case.
    init(_ type: zbar_symbol_type_t) {
        self =
            switch type {
            case ZBAR_CODABAR: .codabar
            case ZBAR_CODE128: .code128
            case ZBAR_CODE39: .code39
            case ZBAR_CODE93: .code93
            case ZBAR_DATABAR: .dataBar
            case ZBAR_DATABAR_EXP: .dataBarExpanded
            case ZBAR_EAN13: .ean13
            case ZBAR_EAN8: .ean8
            case ZBAR_I25: .interleaved2of5
            case ZBAR_PDF417: .pdf417
            case ZBAR_QRCODE: .qr
            case ZBAR_UPCA: .upcA
            case ZBAR_UPCE: .upcE
            default: Symbology(rawValue: String(cString: zbar_get_symbol_name(type)).lowercased())
            }
    }
}

extension AIMIdentifier {
    /// The ISO/IEC 15424 identifier for a libzbar type; nil for types that the standard does not list.
    init?(_ type: zbar_symbol_type_t, modifiers: UInt32) {
        let isGS1 = modifiers & (1 << ZBAR_MOD_GS1.rawValue) != 0
        let isIndustry = modifiers & (1 << ZBAR_MOD_AIM.rawValue) != 0
        switch type {
        case ZBAR_CODABAR: self.init(code: "F", modifier: "0")
        case ZBAR_CODE128: self.init(code: "C", modifier: isGS1 ? "1" : isIndustry ? "2" : "0")
        case ZBAR_CODE39: self.init(code: "A", modifier: "0")
        case ZBAR_CODE93: self.init(code: "G", modifier: "0")
        case ZBAR_DATABAR, ZBAR_DATABAR_EXP: self.init(code: "e", modifier: "0")
        case ZBAR_EAN13, ZBAR_UPCA, ZBAR_UPCE: self.init(code: "E", modifier: "0")
        case ZBAR_EAN8: self.init(code: "E", modifier: "4")
        case ZBAR_I25: self.init(code: "I", modifier: "0")
        case ZBAR_PDF417: self.init(code: "L", modifier: "0")
        case ZBAR_QRCODE: self.init(code: "Q", modifier: isGS1 ? "3" : isIndustry ? "5" : "1")
        default: return nil
        }
    }
}
