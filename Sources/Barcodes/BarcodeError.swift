/// Why a text cannot be a barcode.
public enum BarcodeError: Error, Sendable, Equatable, CustomStringConvertible {
    case empty
    /// It has this many bytes, more than ``Barcode/longest``.
    case tooLong(Int)
    /// It holds control characters, invisible ones, or marks of lost characters.
    case unprintable
    case surroundingSpace
    /// It was meant as a minted barcode and is not a right one.
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
