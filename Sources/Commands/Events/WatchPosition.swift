/// The newest entry shown, after which a new stream continues; nil while no entry could be read.
@MainActor final class WatchPosition {
    private(set) var entry: Int64?

    init(entry: Int64?) { self.entry = entry }

    /// Whether `number` is newer than the entries shown; if so, records it.
    func advance(to number: Int64) -> Bool {
        guard number > entry ?? 0 else { return false }
        entry = number
        return true
    }
}
