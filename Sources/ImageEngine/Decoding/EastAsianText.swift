internal import Glibc
internal import ImageDecoding

/// Guesses the East Asian character set of bytes by whether they form common characters in it.
enum EastAsianText: String, CaseIterable {
    case shiftJIS = "SHIFT_JIS"
    case korean = "EUC-KR"
    case simplifiedChinese = "GB18030"
    case traditionalChinese = "BIG5"

    /// The most likely character set of bytes that are not UTF-8; nil when they look like ISO 8859-1.
    static func guess(_ bytes: [UInt8]) -> EastAsianText? {
        guard isHardlyLatin(bytes) else { return nil }
        if let set = allCases.first(where: { $0.fits(bytes) }) { return set }
        let hasLetters = bytes.contains { (0x41...0x5A).contains($0 & 0x5F) && $0 < 0x80 }
        return !hasLetters && isKana(bytes, needsMarks: false) ? .shiftJIS : nil
    }

    /// Whether all characters beyond ASCII are common ones of this set.
    private func fits(_ bytes: [UInt8]) -> Bool {
        var leads: [UInt8] = []
        var index = 0
        while index < bytes.count {
            let lead = bytes[index]
            if lead < 0x80 {
                index += 1
                continue
            }
            if self == .shiftJIS, (0xA1...0xDF).contains(lead) {
                index += 1
                continue
            }
            guard index + 1 < bytes.count, isCommon(lead, bytes[index + 1]) else { return false }
            leads.append(lead)
            index += 2
        }
        switch self {
        case .shiftJIS: return !leads.isEmpty || Self.isKana(bytes, needsMarks: true)
        // Half of the common Chinese characters begin with the same bytes, but seldom four in a row.
        case .korean: return leads.count(where: { $0 >= 0xB0 }) > 3
        case .simplifiedChinese, .traditionalChinese: return !leads.isEmpty
        }
    }

    private func isCommon(_ lead: UInt8, _ trail: UInt8) -> Bool {
        switch self {
        case .shiftJIS:
            // Kana, punctuation, and the characters of the first level.
            let isLead = (0x81...0x84).contains(lead) || (0x88...0x98).contains(lead)
            return isLead && (0x40...0xFC).contains(trail) && trail != 0x7F
        case .korean:
            return (0xA1...0xFE).contains(trail) && ((0xB0...0xC8).contains(lead) || lead == 0xA1)
        case .simplifiedChinese:
            return (0xA1...0xFE).contains(trail) && ((0xB0...0xD7).contains(lead) || (0xA1...0xA3).contains(lead))
        case .traditionalChinese:
            let isTrail = (0x40...0x7E).contains(trail) || (0xA1...0xFE).contains(trail)
            return isTrail && ((0xA4...0xC6).contains(lead) || (0xA1...0xA3).contains(lead))
        }
    }

    /// Whether the bytes beyond ASCII are half-width katakana.
    ///
    /// These may be two-byte characters in another set, so voicing marks decide, which follow letters that take them.
    private static func isKana(_ bytes: [UInt8], needsMarks: Bool) -> Bool {
        var letter: UInt8 = 0
        var marks = 0
        for byte in bytes {
            guard byte < 0x80 || (0xA1...0xDF).contains(byte) else { return false }
            if byte == 0xDE || byte == 0xDF {
                let takesBoth = (0xCA...0xCE).contains(letter)
                let takesFirst = (0xB6...0xC4).contains(letter) || letter == 0xB3
                guard takesBoth || (byte == 0xDE && takesFirst) else { return false }
                marks += 1
            }
            letter = byte
        }
        return marks > 0 || !needsMarks
    }

    /// Whether the bytes are implausible as ISO 8859-1: control characters, many accented letters in a row, or
    /// symbols such as `»` and `²` within words or next to each other.
    private static func isHardlyLatin(_ bytes: [UInt8]) -> Bool {
        var run: [UInt8] = []
        for byte in bytes + [0x20] {
            if (0x80...0x9F).contains(byte) { return true }
            if byte >= 0xA0 {
                run.append(byte)
                continue
            }
            if run.count > 3 || (run.count == 3 && run.contains { $0 < 0xC0 }) { return true }
            if run.count == 2, run.contains(where: rareSigns.contains) { return true }
            run = []
        }
        return false
    }

    /// `¢¤¥¦¨ª¬¯´¶¸¹º` and the soft hyphen, which rarely occur next to another symbol or letter beyond ASCII.
    private static let rareSigns: [UInt8] = [
        0xA2, 0xA4, 0xA5, 0xA6, 0xA8, 0xAA, 0xAC, 0xAD, 0xAF, 0xB4, 0xB6, 0xB8, 0xB9, 0xBA,
    ]
}

/// Owns an iconv conversion to UTF-8.
final class CharacterSetConverter {
    private let handle: iconv_t

    /// Returns nil when the C library does not know `name`, or can no longer open its table.
    init?(from name: String) {
        guard let handle = iconv_open("UTF-8", name), Int(bitPattern: handle) != -1 else { return nil }
        self.handle = handle
    }

    deinit { iconv_close(handle) }

    /// Converts `bytes` to text; nil when they are invalid in the character set.
    func convert(_ bytes: [UInt8]) -> String? {
        // Reset the state, which a failed conversion may have left undefined.
        _ = iconv(handle, nil, nil, nil, nil)
        var input = bytes.map { CChar(bitPattern: $0) }
        // No shorter character takes more than four bytes in UTF-8.
        var output = [CChar](repeating: 0, count: 4 * bytes.count + 4)
        let written: Int? = input.withUnsafeMutableBufferPointer { input in
            output.withUnsafeMutableBufferPointer { output in
                var from = input.baseAddress
                var to = output.baseAddress
                var left = input.count
                var room = output.count
                guard iconv(handle, &from, &left, &to, &room) != -1, left == 0 else { return nil }
                return output.count - room
            }
        }
        guard let written else { return nil }
        return String(validating: output.prefix(written).map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }
}
