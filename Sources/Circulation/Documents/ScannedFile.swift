public import Barcodes
public import Vocabulary

/// A file from a copier, before it is assigned to entities.
public struct ScannedFile: Sendable, Hashable {
    public let hash: ContentHash
    /// The length in bytes.
    public let bytes: Int64
    /// The media type, such as `application/pdf`.
    public let mediaType: String
    /// The barcodes on each page, including barcodes of other systems.
    public let pages: [[Barcode]]
    /// By page index, a code that looks like the number of an item or container but is none.
    public let lookalikes: [Int: String]
    /// The indexes of blank pages.
    public let blankPages: Set<Int>

    public init(
        hash: ContentHash,
        bytes: Int64,
        mediaType: String,
        pages: [[Barcode]],
        lookalikes: [Int: String] = [:],
        blankPages: Set<Int> = []
    ) {
        self.hash = hash
        self.bytes = bytes
        self.mediaType = mediaType
        self.pages = pages
        self.lookalikes = lookalikes
        self.blankPages = blankPages
    }
}
