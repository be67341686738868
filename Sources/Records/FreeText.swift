/// One line that somebody wrote: a title, a name, a reason, an order.
public struct FreeText: Sendable, Hashable, CustomStringConvertible {
    /// The most bytes it may have.
    public static let longest = 1_000

    public let text: String

    /// Checks `text` and stores it without the white space around it.
    ///
    /// A text must look the same wherever it is shown, and two texts that look the same must be the same bytes as far
    /// as characters allow. ``ReadableCharacters`` decides which characters can promise that.
    public init(_ text: String) throws(FreeTextError) {
        guard text.utf8.count <= Self.longest else { throw .tooLong(text.utf8.count) }
        var characters = Substring(text)
        while characters.first?.isWhitespace == true { characters.removeFirst() }
        while characters.last?.isWhitespace == true { characters.removeLast() }
        guard !characters.isEmpty else { throw .empty }
        let scalars = Array(characters.unicodeScalars)
        if let index = ReadableCharacters.firstRefused(in: scalars) {
            throw .unreadable(scalars[index], position: index + 1)
        }
        guard scalars.contains(where: ReadableCharacters.isVisible) else { throw .empty }
        self.text = String(characters)
    }

    public var description: String { text }
}

/// Why a text cannot be a title, name, reason or order.
public enum FreeTextError: Error, Sendable, Equatable, CustomStringConvertible {
    /// Nothing of it can be seen.
    case empty
    /// It has this many bytes, more than ``FreeText/longest``.
    case tooLong(Int)
    /// It has a character that cannot be seen, that changes how others are seen, or that stands for lost bytes.
    /// Positions count Unicode scalars from 1, without the white space before the text.
    case unreadable(Unicode.Scalar, position: Int)

    public var description: String {
        switch self {
        case .empty: "it is empty"
        case .tooLong(let count): "it has \(count) bytes, more than \(FreeText.longest)"
        case .unreadable(let scalar, let position):
            "character \(position) is \(Self.name(of: scalar)), \(Self.fault(of: scalar))"
        }
    }

    /// Its code point and, where Unicode gives it one, its name: `U+200E (LEFT-TO-RIGHT MARK)`.
    private static func name(of scalar: Unicode.Scalar) -> String {
        let digits = String(scalar.value, radix: 16, uppercase: true)
        let code = "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
        return (scalar.properties.name ?? scalar.properties.nameAlias).map { "\(code) (\($0))" } ?? code
    }

    private static func fault(of scalar: Unicode.Scalar) -> String {
        if scalar == "\u{FFFD}" { return "which stands for bytes that were not UTF-8; enter the text again" }
        return switch scalar.properties.generalCategory {
        case .control, .lineSeparator, .paragraphSeparator: "a control character; write one line without it"
        case .privateUse, .unassigned, .surrogate: "which has no agreed meaning; leave it out"
        default: "which cannot be seen or changes what is seen; leave it out"
        }
    }
}
