import CXkbCommon

/// Owns a compiled libxkbcommon layout; not Sendable, because libxkbcommon's reference counts are not atomic.
final class KeyMap {
    let pointer: OpaquePointer

    /// Compiles the layout from xkeyboard-config alone, ignoring the environment, the session and home directories.
    init(_ layout: KeyboardLayout) throws(KeyboardLayoutError) {
        guard Self.isName(layout.name), layout.variant.map(Self.isName) ?? true else { throw .badName(layout) }
        let flags = XKB_CONTEXT_NO_DEFAULT_INCLUDES.rawValue | XKB_CONTEXT_NO_ENVIRONMENT_NAMES.rawValue
        guard let context = xkb_context_new(xkb_context_flags(rawValue: flags)) else { throw .unavailable }
        // The key map keeps its own reference.
        defer { xkb_context_unref(context) }
        // Suppresses libxkbcommon's messages to standard error; the caller reports the failure.
        xkb_context_set_log_level(context, XKB_LOG_LEVEL_CRITICAL)
        guard xkb_context_include_path_append(context, "/usr/share/X11/xkb") == 1 else { throw .unavailable }

        let compiled = layout.name.withCString { name in
            (layout.variant ?? "").withCString { variant in
                // nil selects libxkbcommon's defaults: the rules evdev, the model pc105 and no options.
                var names = xkb_rule_names(rules: nil, model: nil, layout: name, variant: variant, options: nil)
                return xkb_keymap_new_from_names(context, &names, XKB_KEYMAP_COMPILE_NO_FLAGS)
            }
        }
        guard let compiled else { throw .unknown(layout) }
        self.pointer = compiled
    }

    deinit { xkb_keymap_unref(pointer) }

    private static func isName(_ text: String) -> Bool {
        !text.isEmpty && text.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "_" || $0 == "-") }
    }
}

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

/// The meaning of a pressed key.
enum KeyMeaning: Equatable {
    case text(String)
    /// An accent that waits for its letter.
    case dead(DeadKey?)
    /// Shift, Caps Lock and the like, which change the meaning of other keys.
    case modifier
    case unusable(ScanRejection)
}

/// A key that types one character, with the modifiers to hold.
struct TypedKey: Hashable {
    enum Level: Int, Hashable, CaseIterable {
        case plain, shift, altGr, shiftAltGr

        /// The modifier keys to hold, by kernel key code.
        var modifiers: [UInt16] {
            switch self {
            case .plain: []
            case .shift: [42]
            case .altGr: [100]
            case .shiftAltGr: [42, 100]
            }
        }
    }

    /// The kernel key code.
    let code: UInt16
    let level: Level

    var modifiers: [UInt16] { level.modifiers }
}
