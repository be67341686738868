import CXkbCommon

/// Owns the modifier state of one keyboard, with Num Lock always on.
struct KeyState: ~Copyable {
    /// The offset that XKB adds to kernel key codes.
    private static let offset: UInt32 = 8

    private let keyMap: KeyMap
    private let state: OpaquePointer

    /// Creates the state of a keyboard with no key pressed.
    init(_ keyMap: KeyMap) throws(KeyboardLayoutError) {
        guard let state = xkb_state_new(keyMap.pointer) else { throw .unavailable }
        self.keyMap = keyMap
        self.state = state
        reset()
    }

    deinit { xkb_state_unref(state) }

    /// Presses a key.
    func press(_ code: UInt16) {
        xkb_state_update_key(state, UInt32(code) + Self.offset, XKB_KEY_DOWN)
    }

    func release(_ code: UInt16) {
        xkb_state_update_key(state, UInt32(code) + Self.offset, XKB_KEY_UP)
    }

    /// Releases Caps Lock and latched modifiers; keys that are physically down stay down.
    func unlock() {
        let held = xkb_state_serialize_mods(state, XKB_STATE_MODS_DEPRESSED)
        xkb_state_update_mask(state, held, 0, numLock, 0, 0, 0)
    }

    private func reset() {
        xkb_state_update_mask(state, 0, 0, numLock, 0, 0, 0)
    }

    private var numLock: xkb_mod_mask_t {
        let index = xkb_keymap_mod_get_index(keyMap.pointer, XKB_MOD_NAME_NUM)
        return index < 32 ? 1 << index : 0
    }

    /// The meaning of a key with the current modifiers.
    func meaning(of code: UInt16) -> KeyMeaning {
        let key = UInt32(code) + Self.offset
        let symbol = xkb_state_key_get_one_sym(state, key)
        if Self.isModifier(symbol) { return .modifier }
        if isActive(XKB_MOD_NAME_ALT) { return .unusable(.altCode) }
        if DeadKey.symbols.contains(symbol) { return .dead(DeadKey(symbol: symbol)) }
        let text = text(of: key)
        if let control = text.unicodeScalars.first(where: Self.isControl) {
            return .unusable(.controlCharacter(UInt8(truncatingIfNeeded: control.value)))
        }
        guard !text.isEmpty, !isActive(XKB_MOD_NAME_CTRL), !isActive(XKB_MOD_NAME_LOGO) else {
            return .unusable(.unreadableKey(code))
        }
        return .text(text)
    }

    private func text(of key: UInt32) -> String {
        withUnsafeTemporaryAllocation(of: CChar.self, capacity: 32) { buffer in
            let length = Int(xkb_state_key_get_utf8(state, key, buffer.baseAddress, buffer.count))
            guard length > 0, length < buffer.count else { return "" }
            return String(decoding: buffer[..<length].lazy.map(UInt8.init(bitPattern:)), as: UTF8.self)
        }
    }

    private func isActive(_ modifier: String) -> Bool {
        xkb_state_mod_name_is_active(state, modifier, XKB_STATE_MODS_EFFECTIVE) > 0
    }

    private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.generalCategory == .control
    }

    /// The keysyms in xkbcommon-keysyms.h that are exclusively modifiers.
    private static func isModifier(_ symbol: xkb_keysym_t) -> Bool {
        switch symbol {
        case 0xffe1...0xffee: true  // Shift_L to Hyper_R, with Caps_Lock, Control, Alt and Super
        case 0xfe01...0xfe13: true  // ISO_Lock to ISO_Level5_Lock
        case 0xff7e, 0xff7f: true  // Mode_switch, Num_Lock
        default: false
        }
    }
}
