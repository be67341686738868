/// The newest entry that was shown, so that a new stream goes on after it; nil while no entry could be read.
@MainActor final class WatchPosition {
    private(set) var entry: Int64?

    init(entry: Int64?) { self.entry = entry }

    /// Whether `number` is news; remembers it.
    func advance(to number: Int64) -> Bool {
        guard number > entry ?? 0 else { return false }
        entry = number
        return true
    }
}
