internal import Barcodes
internal import CZBar
internal import ImageDecoding

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
