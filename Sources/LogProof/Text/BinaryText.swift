import FoundationEssentials

/// Lower-case hexadecimal digits, two for each byte.
public enum Hexadecimal {
    private static let digits = Array("0123456789abcdef".utf8)

    /// Returns the digits of `bytes`.
    public static func text(of bytes: some Collection<UInt8>) -> String {
        var text: [UInt8] = []
        text.reserveCapacity(bytes.count * 2)
        for byte in bytes {
            text.append(digits[Int(byte >> 4)])
            text.append(digits[Int(byte & 15)])
        }
        return String(decoding: text, as: UTF8.self)
    }

    /// Returns the bytes; nil if a character is not a lower-case digit or the number of digits is odd.
    public static func bytes(of text: some StringProtocol) -> [UInt8]? {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.utf8.count / 2)
        var high: UInt8?
        for character in text.utf8 {
            guard let value = value(of: character) else { return nil }
            if let first = high {
                bytes.append(first << 4 | value)
                high = nil
            } else {
                high = value
            }
        }
        return high == nil ? bytes : nil
    }

    private static func value(of character: UInt8) -> UInt8? {
        switch character {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): character - UInt8(ascii: "0")
        case UInt8(ascii: "a")...UInt8(ascii: "f"): character - UInt8(ascii: "a") + 10
        default: nil
        }
    }
}

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
