/// The move of a document to another item or container.
///
/// The document keeps its number, which is that of the entry that attached it.
public struct DocumentMove: Sendable, Hashable {
    /// The item or container to which it was moved.
    public let subject: EntityID
    /// The item or container to which it belonged before.
    public let origin: EntityID
    /// The entry that attached the document.
    public let document: EntryNumber
    public let reason: String?

    public init(subject: EntityID, origin: EntityID, document: EntryNumber, reason: String?) {
        self.subject = subject
        self.origin = origin
        self.document = document
        self.reason = reason
    }
}
