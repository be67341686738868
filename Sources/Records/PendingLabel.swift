/// A label that was printed.
public struct PendingLabel: Sendable, Hashable {
    public let record: RecordID
    /// The entry that says that it was printed.
    public let print: EntryNumber
    public let printedAt: Timestamp

    public init(record: RecordID, print: EntryNumber, printedAt: Timestamp) {
        self.record = record
        self.print = print
        self.printedAt = printedAt
    }
}
