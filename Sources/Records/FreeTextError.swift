/// Why a text cannot be a title, name or reason.
public enum FreeTextError: Error, Sendable, Equatable, CustomStringConvertible {
    case empty
    /// It has this many bytes, more than ``FreeText/longest``.
    case tooLong(Int)
    case controlCharacters

    public var description: String {
        switch self {
        case .empty: "it is empty"
        case .tooLong(let count): "it has \(count) bytes, more than \(FreeText.longest)"
        case .controlCharacters: "it holds control characters or characters that turn the direction of writing"
        }
    }
}
