extension KeyMap {
    /// The kernel's codes of the keys in a keyboard's main block.
    private static let mainBlock: ClosedRange<UInt16> = 2...86

    /// The keys that type a text; nil when the layout lacks one of its characters, or has it only on a dead key.
    func typing(_ text: String) -> [TypedKey]? {
        let keys = keysByCharacter()
        var typed: [TypedKey] = []
        for character in text {
            guard let key = keys[character] else { return nil }
            typed.append(key)
        }
        return typed
    }

    /// The key that needs the fewest modifiers, for each character.
    func keysByCharacter() -> [Character: TypedKey] {
        var keys: [Character: TypedKey] = [:]
        for level in TypedKey.Level.allCases {
            guard let state = try? KeyState(self) else { continue }
            for modifier in level.modifiers { state.press(modifier) }
            // The keypad codes lie within the main block; the keypad has no third level, and always means digits.
            for code in Self.mainBlock where !(55...83).contains(code) || code == 57 {
                guard case .text(let text) = state.meaning(of: code), text.count == 1, let character = text.first,
                    keys[character] == nil
                else { continue }
                keys[character] = TypedKey(code: code, level: level)
            }
        }
        return keys
    }
}
