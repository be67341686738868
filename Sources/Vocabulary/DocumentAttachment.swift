/// A range of pages of a scanned file, attached to an item or container.
public struct DocumentAttachment: Sendable, Hashable {
    public let subject: EntityID
    /// The hash of the file as it was scanned, byte for byte.
    public let hash: ContentHash
    /// The length of the file in bytes.
    public let bytes: Int64
    /// The media type, such as `application/pdf`.
    public let mediaType: String
    /// The first attached page, from 1.
    ///
    /// A cover sheet is a page.
    public let firstPage: Int
    /// The number of attached pages.
    public let pages: Int

    public init(
        subject: EntityID,
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
