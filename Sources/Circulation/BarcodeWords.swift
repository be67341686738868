public import Barcodes
public import Localization

extension BarcodeError: MessageConvertible {
    public var message: Message {
        switch self {
        case .empty: Message("the barcode is empty")
        case .tooLong(let count):
            Message(
                "the barcode has {count} byte, more than \(Barcode.longest, "limit")",
                plural: "the barcode has {count} bytes, more than \(Barcode.longest, "limit")",
                count: count
            )
        case .unprintable: Message("the barcode holds characters that cannot be printed")
        case .surroundingSpace: Message("the barcode begins or ends with a space")
        case .minted(let text, .length(let count)):
            Message(
                "\(text, "barcode") has {count} character instead of \(MintedBarcode.length, "length")",
                plural: "\(text, "barcode") has {count} characters instead of \(MintedBarcode.length, "length")",
                count: count
            )
        case .minted(let text, .prefix(let prefix)):
            Message("\(text, "barcode") begins with an unknown prefix \(prefix, "prefix")")
        case .minted(let text, .digits):
            Message("\(text, "barcode") has something other than digits after its prefix")
        case .minted(let text, .checkCharacter): Message("\(text, "barcode") has a wrong check character")
        }
    }
}
