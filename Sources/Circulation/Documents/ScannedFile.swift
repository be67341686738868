public import Barcodes
public import Records

/// A file from a copier, as far as it is known before anybody knows what it belongs to.
public struct ScannedFile: Sendable, Hashable {
    public let hash: ContentHash
    /// Its length in bytes.
    public let bytes: Int64
    /// What it is, such as `application/pdf`.
    public let mediaType: String
    /// The barcodes on each of its pages, which may be anybody's.
    public let pages: [[Barcode]]
    /// By the index of the page, a code that looks like the number of an item or container and is none.
    public let lookalikes: [Int: String]
    /// The indexes of pages on which nothing can be seen.
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
