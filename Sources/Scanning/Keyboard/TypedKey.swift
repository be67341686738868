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
