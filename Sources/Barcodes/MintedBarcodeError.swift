/// Why a text is not a minted barcode.
public enum MintedBarcodeError: Error, Sendable, Equatable, CustomStringConvertible {
    /// It has this many characters instead of twelve.
    case length(Int)
    /// It begins with letters that Outguide does not mint.
    case prefix(String)
    /// Something stands where only digits may stand.
    case digits(String)
    /// Its last character is not the check character of the others.
    case checkCharacter(String)

    public var description: String {
        switch self {
        case .length(let count): "has \(count) characters instead of \(MintedBarcode.length)"
        case .prefix(let prefix): "begins with an unknown prefix \(prefix)"
        case .digits: "has something other than digits after its prefix"
        case .checkCharacter: "has a wrong check character"
        }
    }
}
