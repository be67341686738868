/// The reason why a text is not a valid barcode.
public enum BarcodeError: Error, Sendable, Equatable, CustomStringConvertible {
    case empty
    /// The text has this number of bytes, more than ``Barcode/longest``.
    case tooLong(Int)
    /// The text has control characters, invisible characters, or marks of lost characters.
    case unprintable
    case surroundingSpace
    /// The text was meant as a minted barcode but is not a valid one.
    case minted(String, MintedBarcodeError)

    public var description: String {
        switch self {
        case .empty: "the barcode is empty"
        case .tooLong(let count): "the barcode has \(count) bytes, more than \(Barcode.longest)"
        case .unprintable: "the barcode holds characters that cannot be printed"
        case .surroundingSpace: "the barcode begins or ends with a space"
        case .minted(let text, let reason): "\(text) \(reason)"
        }
    }
}
