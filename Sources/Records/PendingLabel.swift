/// A label that was printed and not scanned since.
public struct PendingLabel: Sendable, Hashable {
    public let record: RecordID
    /// The entry that recorded the printing.
    public let print: EntryNumber
    public let printedAt: Timestamp

    public init(record: RecordID, print: EntryNumber, printedAt: Timestamp) {
        self.record = record
        self.print = print
        self.printedAt = printedAt
    }
}
