public import Records
import TransferLog

/// One line in the history of a record.
public struct HistoryLine: Sendable, Hashable {
    public let line: EntryLine
    /// Direct if the entry names the record, implied if it names a container that held it.
    public let seen: Sighting
    /// The correction that voided the entry.
    public let voidedBy: EntryNumber?

    init(step: HistoryStep, places: inout PlaceNames) throws {
        self.line = try EntryLine(entry: step.entry, places: &places)
        self.seen = step.seen
        self.voidedBy = step.voidedBy
    }
}
