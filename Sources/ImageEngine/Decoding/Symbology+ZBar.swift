internal import Barcodes
internal import CZBar
internal import ImageDecoding

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
