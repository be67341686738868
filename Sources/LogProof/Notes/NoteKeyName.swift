/// The owner of a key, such as `records.example.org/court-archive`, which is the first half of a key's identity.
public struct NoteKeyName: Sendable, Hashable, CustomStringConvertible {
    public let text: String

    /// Creates a name; nil if `text` is empty or has a Unicode space, a `+` or a control character (C2SP signed-note).
    public init?(_ text: String) {
        guard !text.isEmpty,
            text.unicodeScalars.allSatisfy({ $0.value >= 0x20 && $0 != "+" && !$0.properties.isWhitespace })
        else { return nil }
        self.text = text
    }

    public var description: String { text }

    // Names are compared as bytes, because Swift treats some texts as equal that verifiers in other languages do not.
    public static func == (left: NoteKeyName, right: NoteKeyName) -> Bool {
        left.text.utf8.elementsEqual(right.text.utf8)
    }

    public func hash(into hasher: inout Hasher) {
        for byte in text.utf8 { hasher.combine(byte) }
    }
}
