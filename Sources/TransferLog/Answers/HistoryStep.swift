public import Records

/// One entry in the history of a record.
public struct HistoryStep: Sendable, Hashable {
    public let entry: Entry
    /// Direct when the entry names the record, implied when it names a container that held it.
    public let seen: Sighting
    /// The correction that voids the entry; nil while it counts.
    public let voidedBy: EntryNumber?
}
