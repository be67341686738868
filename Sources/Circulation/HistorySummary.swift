import TransferLog
public import Vocabulary

/// One line in the history of an entity.
public struct HistorySummary: Sendable, Hashable {
    public let line: EntrySummary
    /// Direct if the entry names the entity, implied if it names a container that held it.
    public let seen: Sighting
    /// The correction that voided the entry.
    public let voidedBy: EntryNumber?

    init(step: HistoryStep, places: inout PlaceNames) throws {
        self.line = try EntrySummary(entry: step.entry, places: &places)
        self.seen = step.seen
        self.voidedBy = step.voidedBy
    }
}
