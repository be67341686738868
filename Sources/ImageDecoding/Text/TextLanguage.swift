/// A language as named by Tesseract: `eng`, `deu`, `chi_sim`.
public struct TextLanguage: Sendable, Hashable, Codable, CustomStringConvertible {
    public let text: String

    /// Returns nil unless `text` is 3 to 20 lower-case letters, digits and `_`, which names of language tables
    /// consist of.
    public init?(_ text: String) {
        let isName = text.utf8.allSatisfy { byte in
            (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
                || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) || byte == UInt8(ascii: "_")
        }
        guard isName, (3...20).contains(text.utf8.count) else { return nil }
        self.text = text
    }

    public var description: String { text }

    /// The Debian package with its table.
    public var package: String { "tesseract-ocr-" + text.replacing("_", with: "-") }
}
