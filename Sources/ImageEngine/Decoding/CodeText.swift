internal import ImageDecoding

/// Turns the bytes of a code into text without losing any.
struct CodeText {
    private let fallback: CharacterSetConverter?
    private let eastAsian: [EastAsianText: CharacterSetConverter]

    /// `characterSet` by its name for iconv; one that iconv does not know counts as none.
    init(characterSet: String? = nil) {
        fallback = characterSet.flatMap { CharacterSetConverter(from: $0) }
        var converters: [EastAsianText: CharacterSetConverter] = [:]
        for set in EastAsianText.allCases { converters[set] = CharacterSetConverter(from: set.rawValue) }
        eastAsian = converters
    }

    /// The text of `bytes`: UTF-8, which QR writers use although few say so, or else the site's character set, or else
    /// an East Asian one where the bytes make common characters in it, or else ISO 8859-1, the standard's own, which
    /// fits any bytes.
    func decode(_ bytes: [UInt8]) -> String {
        if let text = String(validating: bytes, as: UTF8.self) {
            // A byte order mark says only that this is UTF-8.
            return text.unicodeScalars.first == "\u{FEFF}" ? String(text.unicodeScalars.dropFirst()) : text
        }
        if let text = fallback?.convert(bytes) { return text }
        if let set = EastAsianText.guess(bytes), let text = eastAsian[set]?.convert(bytes) { return text }
        return String(String.UnicodeScalarView(bytes.map { Unicode.Scalar($0) }))
    }
}
