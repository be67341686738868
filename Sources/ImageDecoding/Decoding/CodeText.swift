/// Turns the bytes of a code into text without losing any.
enum CodeText {
    /// UTF-8, which QR writers use although few say so, or else ISO 8859-1, the standard's own, which fits any bytes.
    static func decode(_ bytes: [UInt8]) -> String {
        if let text = String(validating: bytes, as: UTF8.self) {
            // A byte order mark says only that this is UTF-8.
            return text.unicodeScalars.first == "\u{FEFF}" ? String(text.unicodeScalars.dropFirst()) : text
        }
        return String(String.UnicodeScalarView(bytes.map { Unicode.Scalar($0) }))
    }
}
