public import Records

/// One entry in the history of a thing.
public struct HistoryStep: Sendable, Hashable {
    public let entry: Entry
    /// Direct when the entry names the thing, implied when it names something that held it.
    public let seen: Sighting
    /// The correction by which it does not count any more.
    public let voidedBy: EntryNumber?
}
