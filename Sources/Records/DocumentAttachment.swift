/// Pages of a scanned file that belong to a thing.
public struct DocumentAttachment: Sendable, Hashable {
    public let subject: RecordID
    /// The file as it was scanned, byte for byte.
    public let hash: ContentHash
    /// Its length in bytes.
    public let bytes: Int64
    /// What it is, such as `application/pdf`.
    public let mediaType: String
    /// The first page of it that belongs to the thing, counted from 1; a cover sheet is a page.
    public let firstPage: Int
    /// How many pages from there on.
    public let pages: Int

    public init(
        subject: RecordID,
        hash: ContentHash,
        bytes: Int64,
        mediaType: String,
        firstPage: Int,
        pages: Int
    ) {
        self.subject = subject
        self.hash = hash
        self.bytes = bytes
        self.mediaType = mediaType
        self.firstPage = firstPage
        self.pages = pages
    }
}
