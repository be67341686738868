/// What a pressed key stands for.
enum KeyMeaning: Equatable {
    case text(String)
    /// An accent that waits for its letter.
    case dead(DeadKey?)
    /// Shift, Caps Lock and the like: it changes the meaning of other keys.
    case modifier
    case unusable(ScanRejection)
}
