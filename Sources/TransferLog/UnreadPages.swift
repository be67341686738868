public import Records

/// Pages of a document whose text is to be read, for the first time or in further languages.
public struct UnreadPages: Sendable, Hashable {
    /// The entry that attached it.
    public let document: EntryNumber
    public let hash: ContentHash
    /// Pages of its file, from 1; nil when all of them were read before it was noted in which languages.
    public let pages: ClosedRange<Int>?
}
