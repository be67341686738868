/// The reason why a text is not a valid minted barcode.
public enum MintedBarcodeError: Error, Sendable, Equatable, CustomStringConvertible {
    /// The text has this number of characters instead of twelve.
    case length(Int)
    /// The text begins with a prefix that Outguide does not mint.
    case prefix(String)
    /// There is something other than digits after the prefix.
    case digits(String)
    /// The last character is not the check character of the others.
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
