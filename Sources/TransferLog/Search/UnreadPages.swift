public import Vocabulary

/// Pages of a document whose text is to be recognised, for the first time or in additional languages.
public struct UnreadPages: Sendable, Hashable {
    /// The entry that attached the document.
    public let document: EntryNumber
    public let hash: ContentHash
    /// Pages of its file, counted from 1; nil when all of them were read before languages were recorded.
    public let pages: ClosedRange<Int>?
}
