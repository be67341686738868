public import Vocabulary

/// A document of an item or container, with the entry that attached it, possibly to another one.
public struct DocumentSummary: Sendable, Hashable {
    public let entry: Entry
    public let attachment: DocumentAttachment
    /// The item or container to which it belongs now.
    public let entity: Entity
    /// The newest entry that moved it here; nil if it was never moved or if its origin is concealed.
    public let movedBy: EntryNumber?
    /// The correction that voided it.
    public let voidedBy: EntryNumber?
}
