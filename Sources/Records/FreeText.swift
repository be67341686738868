/// One line that somebody wrote: a title, a name, a reason.
public struct FreeText: Sendable, Hashable, CustomStringConvertible {
    /// The most bytes it may have.
    public static let longest = 1_000

    public let text: String

    /// Checks `text` and takes it over without the white space around it.
    ///
    /// Control characters and those that turn the direction of writing are refused: they would make a list or
    /// a label show something else than what is stored.
    public init(_ text: String) throws(FreeTextError) {
        guard text.utf8.count <= Self.longest else { throw .tooLong(text.utf8.count) }
        var scalars = Substring(text)
        while scalars.first?.isWhitespace == true { scalars.removeFirst() }
        while scalars.last?.isWhitespace == true { scalars.removeLast() }
        guard !scalars.isEmpty else { throw .empty }
        guard scalars.unicodeScalars.allSatisfy(Self.isHarmless) else { throw .controlCharacters }
        self.text = String(scalars)
    }

    public var description: String { text }

    private static func isHarmless(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .control, .lineSeparator, .paragraphSeparator, .surrogate, .unassigned: return false
        default: break
        }
        switch scalar.value {
        case 0x202A...0x202E, 0x2066...0x2069: return false
        default: return true
        }
    }
}
