/// One line of text that a user wrote: a title, name, reason or order.
public struct FreeText: Sendable, Hashable, CustomStringConvertible {
    /// The maximum length in bytes.
    public static let longest = 1_000

    public let text: String

    /// Checks `text` and stores it without surrounding white space.
    ///
    /// A text must look the same wherever it is shown, and texts that look alike must be equal as far as Unicode
    /// permits. ``ReadableCharacters`` decides which characters are accepted.
    ///
    /// - Throws: ``FreeTextError`` if it is empty or too long, or has a character that is not accepted.
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

/// The reason why a text is refused as a title, name, reason or order.
public enum FreeTextError: Error, Sendable, Equatable, CustomStringConvertible {
    /// The text has no visible character.
    case empty
    /// The text has this number of bytes, more than ``FreeText/longest``.
    case tooLong(Int)
    /// The text has a character that is invisible, changes how other characters are displayed, or stands for lost
    /// bytes.
    ///
    /// Positions count Unicode scalars from 1, after leading white space.
    case unreadable(Unicode.Scalar, position: Int)

    public var description: String {
        switch self {
        case .empty: "it is empty"
        case .tooLong(let count): "it has \(count) bytes, more than \(FreeText.longest)"
        case .unreadable(let scalar, let position):
            "character \(position) is \(Self.name(of: scalar)), \(Self.fault(of: scalar))"
        }
    }

    /// Returns the code point and its Unicode name, if any: `U+200E (LEFT-TO-RIGHT MARK)`.
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
