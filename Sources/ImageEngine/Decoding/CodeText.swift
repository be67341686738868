internal import ImageDecoding

/// Converts the bytes of a code to text without loss.
struct CodeText {
    private let fallback: CharacterSetConverter?
    private let eastAsian: [EastAsianText: CharacterSetConverter]

    /// `characterSet` is an iconv name; an unknown one is ignored.
    init(characterSet: String? = nil) {
        fallback = characterSet.flatMap { CharacterSetConverter(from: $0) }
        var converters: [EastAsianText: CharacterSetConverter] = [:]
        for set in EastAsianText.allCases { converters[set] = CharacterSetConverter(from: set.rawValue) }
        eastAsian = converters
    }

    /// Decodes `bytes` as the first suitable character set.
    ///
    /// These are: UTF-8, which QR generators use although few declare it; the site's character set; an East Asian
    /// character set in which the bytes are common characters; and ISO 8859-1, the default of the standard, in which
    /// any bytes are valid.
    func decode(_ bytes: [UInt8]) -> String {
        if let text = String(validating: bytes, as: UTF8.self) {
            // A byte order mark only indicates UTF-8.
            return text.unicodeScalars.first == "\u{FEFF}" ? String(text.unicodeScalars.dropFirst()) : text
        }
        if let text = fallback?.convert(bytes) { return text }
        if let set = EastAsianText.guess(bytes), let text = eastAsian[set]?.convert(bytes) { return text }
        return String(String.UnicodeScalarView(bytes.map { Unicode.Scalar($0) }))
    }
}
