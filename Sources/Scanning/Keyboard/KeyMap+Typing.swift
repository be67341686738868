extension KeyMap {
    /// The keys of the main block of a keyboard, by the numbers of the kernel.
    private static let mainBlock: ClosedRange<UInt16> = 2...86

    /// The keys that type a text; nil when the layout has a character only on a dead key, or not at all.
    func typing(_ text: String) -> [TypedKey]? {
        let keys = keysByCharacter()
        var typed: [TypedKey] = []
        for character in text {
            guard let key = keys[character] else { return nil }
            typed.append(key)
        }
        return typed
    }

    /// The easiest key for each character.
    func keysByCharacter() -> [Character: TypedKey] {
        var keys: [Character: TypedKey] = [:]
        for level in TypedKey.Level.allCases {
            guard let state = try? KeyState(self) else { continue }
            for modifier in level.modifiers { state.press(modifier) }
            // The keypad lies within the main block of numbers; it has no third level and means digits in any case.
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
