/// Turns the bytes of a code into text without losing any.
struct CodeText {
    private let fallback: CharacterSetConverter?
    private let shiftJIS = CharacterSetConverter(from: "SHIFT_JIS")

    /// `characterSet` by its name for iconv; one that iconv does not know counts as none.
    init(characterSet: String? = nil) {
        fallback = characterSet.flatMap { CharacterSetConverter(from: $0) }
    }

    /// UTF-8, which QR writers use although few say so, or else the site's character set, or else Shift-JIS where that
    /// is plain, or else ISO 8859-1, the standard's own, which fits any bytes.
    func decode(_ bytes: [UInt8]) -> String {
        if let text = String(validating: bytes, as: UTF8.self) {
            // A byte order mark says only that this is UTF-8.
            return text.unicodeScalars.first == "\u{FEFF}" ? String(text.unicodeScalars.dropFirst()) : text
        }
        if let text = fallback?.convert(bytes) { return text }
        if Self.isHardlyLatin(bytes), let text = shiftJIS?.convert(bytes) { return text }
        return String(String.UnicodeScalarView(bytes.map { Unicode.Scalar($0) }))
    }

    /// Whether ISO 8859-1 would show control characters, or signs such as `»` and `²` in the middle of words: bytes with
    /// which Shift-JIS, the other character set of the standard, writes kana.
    private static func isHardlyLatin(_ bytes: [UInt8]) -> Bool {
        var run = (length: 0, signs: 0)
        for byte in bytes {
            if (0x80...0x9F).contains(byte) { return true }
            run = (0xA6...0xDF).contains(byte) ? (run.length + 1, run.signs + (byte < 0xC0 ? 1 : 0)) : (0, 0)
            if run.length > 2, run.signs > 0 { return true }
        }
        return false
    }
}
