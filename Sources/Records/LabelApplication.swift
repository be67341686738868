/// The first scan of a printed label, which shows that it is applied to its record.
public struct LabelApplication: Sendable, Hashable {
    public let subject: RecordID
    /// The entry that recorded the printing of the label.
    public let print: EntryNumber

    public init(subject: RecordID, print: EntryNumber) {
        self.subject = subject
        self.print = print
    }
}
