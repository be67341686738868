public import Records

/// A document of a thing, with the entry that attached it.
public struct DocumentLine: Sendable, Hashable {
    public let entry: Entry
    public let attachment: DocumentAttachment
    public let record: Record
    /// The correction by which it is none of the thing's any more.
    public let voidedBy: EntryNumber?
}
