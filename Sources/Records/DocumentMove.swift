/// That a document belongs to another thing from now on.
///
/// The document keeps its number, which is that of the entry that attached it.
public struct DocumentMove: Sendable, Hashable {
    /// The thing that it belongs to from now on.
    public let subject: RecordID
    /// The thing that it belonged to before.
    public let origin: RecordID
    /// The entry that attached it.
    public let document: EntryNumber
    public let reason: String?

    public init(subject: RecordID, origin: RecordID, document: EntryNumber, reason: String?) {
        self.subject = subject
        self.origin = origin
        self.document = document
        self.reason = reason
    }
}
