public import Records
import TransferLog

/// One line in the history of a thing.
public struct HistoryLine: Sendable, Hashable {
    public let line: EntryLine
    /// Direct when the entry names the thing, implied when it names something that held it.
    public let seen: Sighting
    /// The correction by which the entry does not count any more.
    public let voidedBy: EntryNumber?

    init(step: HistoryStep, places: inout PlaceNames) throws {
        self.line = try EntryLine(entry: step.entry, places: &places)
        self.seen = step.seen
        self.voidedBy = step.voidedBy
    }
}
