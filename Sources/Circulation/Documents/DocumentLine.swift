public import Records

/// A document of a thing, with the entry that attached it, perhaps to another.
public struct DocumentLine: Sendable, Hashable {
    public let entry: Entry
    public let attachment: DocumentAttachment
    /// The thing that it belongs to now.
    public let record: Record
    /// The newest entry that moved it here; nil when it never was, or when nobody may know from where.
    public let movedBy: EntryNumber?
    /// The correction by which it is none of the thing's any more.
    public let voidedBy: EntryNumber?
}
