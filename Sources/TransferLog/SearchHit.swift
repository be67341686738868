public import Records

public import struct Records.Record

/// A text that holds the words that somebody looked for.
public struct SearchHit: Sendable {
    /// Its place in the order of the hits: further ones have smaller numbers.
    public let position: Int64
    /// The thing as it is now.
    public let record: Record
    /// The document by the entry that attached it, and the page of its file; nil when the words are in the title.
    public let page: (document: EntryNumber, number: Int)?
    /// The text around the words, on one line.
    public let snippet: String
}
