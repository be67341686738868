/// One key that types one character, with what has to be held for it.
struct TypedKey: Hashable {
    enum Level: Int, Hashable, CaseIterable {
        case plain, shift, altGr, shiftAltGr

        /// The keys that are held for it, by the numbers of the kernel.
        var modifiers: [UInt16] {
            switch self {
            case .plain: []
            case .shift: [42]
            case .altGr: [100]
            case .shiftAltGr: [42, 100]
            }
        }
    }

    /// The number that the kernel gives the key.
    let code: UInt16
    let level: Level

    var modifiers: [UInt16] { level.modifiers }
}
