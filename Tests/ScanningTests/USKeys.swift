/// The key codes of the kernel by what is printed on a US keyboard.
enum USKeys {
    static let enter: UInt16 = 28
    static let keypadEnter: UInt16 = 96
    static let tab: UInt16 = 15
    static let leftShift: UInt16 = 42
    static let leftControl: UInt16 = 29
    static let leftAlt: UInt16 = 56
    static let rightAlt: UInt16 = 100
    static let capsLock: UInt16 = 58
    static let numLock: UInt16 = 69

    private static let rows: [(first: UInt16, plain: String, shifted: String)] = [
        (2, "1234567890-=", "!@#$%^&*()_+"),
        (16, "qwertyuiop[]", "QWERTYUIOP{}"),
        (30, "asdfghjkl;'`", "ASDFGHJKL:\"~"),
        (43, "\\zxcvbnm,./", "|ZXCVBNM<>?"),
    ]

    /// The presses and releases that type `text`; a line feed is Enter, a tab is Tab.
    static func typing(_ text: String) -> [(code: UInt16, value: Int32)] {
        text.flatMap { character -> [(code: UInt16, value: Int32)] in
            switch character {
            case "\n": return [(enter, 1), (enter, 0)]
            case "\t": return [(tab, 1), (tab, 0)]
            case " ": return [(57, 1), (57, 0)]
            default: break
            }
            for row in rows {
                if let index = Array(row.plain).firstIndex(of: character) {
                    let code = row.first + UInt16(index)
                    return [(code, 1), (code, 0)]
                }
                if let index = Array(row.shifted).firstIndex(of: character) {
                    let code = row.first + UInt16(index)
                    return [(leftShift, 1), (code, 1), (code, 0), (leftShift, 0)]
                }
            }
            return []
        }
    }

    /// The same with the digits on the keypad.
    static func keypad(_ text: String) -> [(code: UInt16, value: Int32)] {
        text.flatMap { character -> [(code: UInt16, value: Int32)] in
            guard let digit = character.wholeNumberValue else { return typing(String(character)) }
            return [(keypadDigits[digit], 1), (keypadDigits[digit], 0)]
        }
    }

    /// Capitals as small letters between two presses of Caps Lock, as scanners do that have no Shift.
    static func underCapsLock(_ text: String) -> [(code: UInt16, value: Int32)] {
        let lock: [(code: UInt16, value: Int32)] = [(capsLock, 1), (capsLock, 0)]
        return text.flatMap { character -> [(code: UInt16, value: Int32)] in
            character.isUppercase ? lock + typing(character.lowercased()) + lock : typing(String(character))
        }
    }

    /// Every character by its number on the keypad, with Alt held.
    static func altCodes(_ text: String) -> [(code: UInt16, value: Int32)] {
        text.utf8.flatMap { byte -> [(code: UInt16, value: Int32)] in
            [(leftAlt, 1)] + keypad("0" + String(byte)) + [(leftAlt, 0)]
        }
    }

    private static let keypadDigits: [UInt16] = [82, 79, 80, 81, 75, 76, 77, 71, 72, 73]
}
