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
    func press(_ code: UInt16) { xkb_state_update_key(state, UInt32(code) + Self.offset, XKB_KEY_DOWN) }

    func release(_ code: UInt16) { xkb_state_update_key(state, UInt32(code) + Self.offset, XKB_KEY_UP) }

    /// Releases Caps Lock and latched modifiers; keys that are physically down stay down.
    func unlock() {
        let held = xkb_state_serialize_mods(state, XKB_STATE_MODS_DEPRESSED)
        xkb_state_update_mask(state, held, 0, numLock, 0, 0, 0)
    }

    private func reset() { xkb_state_update_mask(state, 0, 0, numLock, 0, 0, 0) }

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

    private static func isControl(_ scalar: Unicode.Scalar) -> Bool { scalar.properties.generalCategory == .control }

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

/// An accent key that types nothing until the next key supplies its letter.
struct DeadKey: Equatable {
    /// The range of dead-key keysyms in xkbcommon-keysyms.h.
    static let symbols: ClosedRange<UInt32> = 0xfe50...0xfe93

    /// Maps a letter to the accented letter, and a space to the accent alone where all systems agree on it.
    private let pairs: [Character: Character]

    /// Returns nil for accents that do not occur in barcodes with Latin letters.
    init?(symbol: UInt32) {
        guard let pairs = Self.accents[symbol] else { return nil }
        self.pairs = pairs
    }

    /// The combination of the accent with the next character; nil when it is not certain.
    func joined(with text: String) -> String? {
        guard text.count == 1, let character = text.first else { return nil }
        return pairs[character].map(String.init)
    }

    /// On some systems the acute accent and the diaeresis before a space yield an apostrophe and a quote; omitted
    /// here.
    private static let accents: [UInt32: [Character: Character]] = [
        0xfe50: pairs("aàeèiìoòuùAÀEÈIÌOÒUÙ `"),
        0xfe51: pairs("aáeéiíoóuúyýAÁEÉIÍOÓUÚYÝ"),
        0xfe52: pairs("aâeêiîoôuûAÂEÊIÎOÔUÛ ^"),
        0xfe53: pairs("aãnñoõAÃNÑOÕ ~"),
        0xfe57: pairs("aäeëiïoöuüyÿAÄEËIÏOÖUÜ"),
        0xfe58: pairs("aåuůAÅUŮ"),
        0xfe5a: pairs("cčdďeěnňrřsštťzžCČDĎEĚNŇRŘSŠTŤZŽ"),
        0xfe5b: pairs("cçCÇ"),
    ]

    private static func pairs(_ text: String) -> [Character: Character] {
        let characters = Array(text)
        let starts = stride(from: 0, to: characters.count - 1, by: 2)
        return Dictionary(starts.map { (characters[$0], characters[$0 + 1]) }, uniquingKeysWith: { first, _ in first })
    }
}

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
