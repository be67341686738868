/// A character typed by its number on the keypad while Alt is held, as scanners do that are independent of the
/// layout.
///
/// Some scanners send all digits of a number in one report. The kernel then reports each key once, so that a repeated
/// digit is lost. Only numbers that are certain despite this are accepted.
struct AltCode: Equatable {
    private static let most = 5

    private var digits: [UInt8] = []
    /// Whether a digit was pressed while another one was down.
    private var overlaps = false

    /// The digit of a keypad key, by its kernel key code.
    static func digit(_ code: UInt16) -> UInt8? {
        switch code {
        case 71...73: UInt8(code - 71 + 7)
        case 75...77: UInt8(code - 75 + 4)
        case 79...81: UInt8(code - 79 + 1)
        case 82: 0
        default: nil
        }
    }

    var isEmpty: Bool { digits.isEmpty }

    /// Adds a digit; `others` is whether another digit is down.
    mutating func press(_ digit: UInt8, withOthersDown others: Bool) {
        if digits.count < Self.most { digits.append(digit) }
        overlaps = overlaps || others
    }

    /// The meaning of the number when Alt is released.
    var meaning: KeyMeaning {
        let number = digits.reduce(0) { $0 * 10 + Int($1) }
        // Beyond ASCII the meaning depends on the scanner's code page.
        guard digits.count < Self.most, number < 127 else { return .unusable(.altCode) }
        // Three digits that form a printable character are certain: if the kernel dropped a repeated digit, the full
        // number is the same with another leading zero. Two digits may stand for any three.
        if overlaps, digits.count < 3 || number < 32 { return .unusable(.altCode) }
        let scalar = Unicode.Scalar(UInt8(truncatingIfNeeded: number))
        return number < 32 ? .unusable(.controlCharacter(UInt8(number))) : .text(String(Character(scalar)))
    }
}
