/// A character that is typed by its number on the keypad while Alt is held, as guns do that work under any layout.
///
/// Some guns put all digits of a number into one report. The kernel then shows each key once, so that a digit that
/// comes twice is lost. What can be said for certain in spite of that is said, and nothing else.
struct AltCode: Equatable {
    private static let most = 5

    private var digits: [UInt8] = []
    /// A digit came while another one was down.
    private var overlaps = false

    /// The digit of a key of the keypad, by the key codes of the kernel.
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

    /// Takes a digit; `others` says whether another digit is down.
    mutating func press(_ digit: UInt8, withOthersDown others: Bool) {
        if digits.count < Self.most { digits.append(digit) }
        overlaps = overlaps || others
    }

    /// What the number stands for, now that Alt is released.
    var meaning: KeyMeaning {
        let number = digits.reduce(0) { $0 * 10 + Int($1) }
        // Beyond ASCII it depends on the code page of the gun.
        guard digits.count < Self.most, number < 127 else { return .unusable(.altCode) }
        // Three digits that all came and make a printable character: every number that the kernel would show so, with
        // a digit lost, is this one with one more zero before it. Two digits may be any three.
        if overlaps, digits.count < 3 || number < 32 { return .unusable(.altCode) }
        let scalar = Unicode.Scalar(UInt8(truncatingIfNeeded: number))
        return number < 32 ? .unusable(.controlCharacter(UInt8(number))) : .text(String(Character(scalar)))
    }
}
