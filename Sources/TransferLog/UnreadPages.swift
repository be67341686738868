public import Records

/// Pages of a document whose text was not recognised yet.
public struct UnreadPages: Sendable, Hashable {
    /// The entry that attached it.
    public let document: EntryNumber
    public let hash: ContentHash
    /// Pages of its file, from 1.
    public let pages: ClosedRange<Int>
}
