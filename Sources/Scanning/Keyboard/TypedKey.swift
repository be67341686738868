/// One key that types one character, with what has to be held for it.
struct TypedKey: Hashable {
    enum Level: Int, Hashable, CaseIterable {
        case plain, shift, altGr, shiftAltGr
    }

    /// The number that the kernel gives the key.
    let code: UInt16
    let level: Level

    /// The keys that are held for the level, by the numbers of the kernel.
    var modifiers: [UInt16] {
        switch level {
        case .plain: []
        case .shift: [42]
        case .altGr: [100]
        case .shiftAltGr: [42, 100]
        }
    }
}
