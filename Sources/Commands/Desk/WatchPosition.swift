/// The newest entry that was shown, so that a new stream goes on after it.
@MainActor final class WatchPosition {
    private(set) var entry: Int64

    init(entry: Int64) { self.entry = entry }

    /// Whether `number` is news; remembers it.
    func advance(to number: Int64) -> Bool {
        guard number > entry else { return false }
        entry = number
        return true
    }
}
