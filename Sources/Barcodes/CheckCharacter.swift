/// The ISO/IEC 7064 hybrid system MOD 37,36: one check character over digits and upper-case letters.
///
/// It detects every single wrong character and every swap of two neighbours (ISO/IEC 7064:2003, section 9).
public enum CheckCharacter {
    private static let alphabet = Array("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ".utf8)
    private static let modulus = 36

    /// Returns the check character for `text`; nil if `text` has anything but `0…9` and `A…Z`.
    public static func compute(for text: some StringProtocol) -> Character? {
        guard let carry = carry(over: text.utf8) else { return nil }
        let value = (modulus + 1 - carry) % modulus
        return Character(Unicode.Scalar(alphabet[value]))
    }

    /// Whether the last character of `text` is the correct check character for the characters before it.
    public static func verifies(_ text: some StringProtocol) -> Bool {
        guard let last = text.last, let expected = compute(for: text.dropLast()) else { return false }
        return last == expected
    }

    /// Returns the running product after the last character of the payload.
    private static func carry(over bytes: some Sequence<UInt8>) -> Int? {
        var product = modulus
        for byte in bytes {
            guard let value = value(of: byte) else { return nil }
            var sum = (product + value) % modulus
            if sum == 0 { sum = modulus }
            product = sum * 2 % (modulus + 1)
        }
        return product
    }

    private static func value(of byte: UInt8) -> Int? {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): Int(byte - UInt8(ascii: "0"))
        case UInt8(ascii: "A")...UInt8(ascii: "Z"): Int(byte - UInt8(ascii: "A")) + 10
        default: nil
        }
    }
}
