import FoundationEssentials

/// Standard base64 with padding (RFC 4648, section 4) in its canonical form.
///
/// If the same bytes had two texts, a file could be altered and still verify.
enum Base64 {
    static func text(of bytes: [UInt8]) -> String { Data(bytes).base64EncodedString() }

    /// Returns the bytes; nil for white space, missing padding, another alphabet or stray bits at the end.
    static func bytes(of text: some StringProtocol) -> [UInt8]? {
        guard let data = Data(base64Encoded: String(text)) else { return nil }
        let bytes = [UInt8](data)
        return self.text(of: bytes).utf8.elementsEqual(text.utf8) ? bytes : nil
    }
}
