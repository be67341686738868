/// The first scan of a printed label, which shows that it is applied to its entity.
public struct LabelApplication: Sendable, Hashable {
    public let subject: EntityID
    /// The entry that recorded the printing of the label.
    public let print: EntryNumber

    public init(subject: EntityID, print: EntryNumber) {
        self.subject = subject
        self.print = print
    }
}
