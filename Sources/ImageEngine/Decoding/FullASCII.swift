internal import ImageDecoding

/// Full ASCII Code 39: pairs of a shift character and a letter represent the characters that Code 39 lacks (ISO/IEC
/// 16388, annex A).
enum FullASCII {
    /// The full ASCII text that `text` represents; nil when it contains no evidence of full ASCII.
    ///
    /// A leading plus alone is not evidence, because labels of the health industry begin with it.
    static func expand(_ text: String) -> String? {
        let bytes = Array(text.utf8)
        var result: [UInt8] = []
        var hasLowerCase = false
        var index = 0
        while index < bytes.count {
            guard "$%/+".utf8.contains(bytes[index]) else {
                result.append(bytes[index])
                index += 1
                continue
            }
            guard index + 1 < bytes.count, let value = value(of: bytes[index + 1], after: bytes[index]) else {
                return nil
            }
            hasLowerCase = hasLowerCase || (bytes[index] == UInt8(ascii: "+") && index > 0)
            result.append(value)
            index += 2
        }
        return hasLowerCase ? String(decoding: result, as: UTF8.self) : nil
    }

    private static func value(of letter: UInt8, after shift: UInt8) -> UInt8? {
        guard (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(letter) else { return nil }
        let order = letter - UInt8(ascii: "A")
        switch shift {
        case UInt8(ascii: "+"): return UInt8(ascii: "a") + order
        case UInt8(ascii: "$"): return 1 + order
        case UInt8(ascii: "/"):
            // A … O are `!` to `/`, Z is the colon.
            if order == 25 { return UInt8(ascii: ":") }
            return order < 15 ? UInt8(ascii: "!") + order : nil
        default:
            switch order {
            case 0...4: return 27 + order
            case 5...9: return UInt8(ascii: ";") + order - 5
            case 10...14: return UInt8(ascii: "[") + order - 10
            case 15...19: return UInt8(ascii: "{") + order - 15
            case 20: return 0
            case 21: return UInt8(ascii: "@")
            case 22: return UInt8(ascii: "`")
            default: return 127
            }
        }
    }
}
