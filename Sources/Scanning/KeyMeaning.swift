/// What a pressed key stands for.
enum KeyMeaning: Equatable {
    case text(String)
    /// Shift, Caps Lock and the like: it changes the meaning of other keys.
    case modifier
    case unusable(ScanRejection)
}
