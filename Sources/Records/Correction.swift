/// A later word that an earlier entry does not count.
public struct Correction: Sendable, Hashable {
    /// The entry that does not count any more; it stays where it is.
    public let voids: EntryNumber
    /// The thing that the entry is about.
    public let subject: RecordID
    public let reason: String?

    public init(voids: EntryNumber, subject: RecordID, reason: String?) {
        self.voids = voids
        self.subject = subject
        self.reason = reason
    }
}
