/// The meaning of a pressed key.
enum KeyMeaning: Equatable {
    case text(String)
    /// An accent that waits for its letter.
    case dead(DeadKey?)
    /// Shift, Caps Lock and the like, which change the meaning of other keys.
    case modifier
    case unusable(ScanRejection)
}
