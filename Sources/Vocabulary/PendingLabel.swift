/// A label that was printed and not scanned since.
public struct PendingLabel: Sendable, Hashable {
    public let entity: EntityID
    /// The entry that recorded the printing.
    public let print: EntryNumber
    public let printedAt: Timestamp

    public init(entity: EntityID, print: EntryNumber, printedAt: Timestamp) {
        self.entity = entity
        self.print = print
        self.printedAt = printedAt
    }
}
