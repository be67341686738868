/// That a printed label is on its thing: its barcode was scanned there for the first time.
public struct LabelApplication: Sendable, Hashable {
    public let subject: RecordID
    /// The entry that says that the label was printed.
    public let print: EntryNumber

    public init(subject: RecordID, print: EntryNumber) {
        self.subject = subject
        self.print = print
    }
}
