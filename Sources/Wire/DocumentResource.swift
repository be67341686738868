/// A document: pages of a scanned file that belong to an item or container.
public struct DocumentResource: WireValue {
    /// Number of the entry that attached the document, which is also the document's number.
    public let entry: Int64
    /// Barcode of the item or container.
    public let barcode: String
    /// Title of the item or container.
    public let title: String?
    /// The hash of the whole file as it was scanned, hexadecimal.
    public let sha256: String
    /// The length of the whole file in bytes.
    public let bytes: Int64
    /// The media type, such as `application/pdf`.
    public let mediaType: String
    /// The first page of the document in the file, from 1; a cover sheet is a page.
    public let firstPage: Int
    /// The number of pages.
    public let pages: Int
    /// When the file was written: RFC 3339, UTC.
    public let scannedAt: String
    /// When it was filed: RFC 3339, UTC.
    public let filedAt: String
    /// The principal who scanned it: the owner of the file.
    public let principal: String
    /// The copier.
    public let device: String?
    /// The correction that voided it.
    public let voidedBy: Int64?
    /// The newest entry that moved it here; null if it was filed here or if its origin is concealed.
    public let movedBy: Int64?

    public init(
        entry: Int64,
        barcode: String,
        title: String?,
        sha256: String,
        bytes: Int64,
        mediaType: String,
        firstPage: Int,
        pages: Int,
        scannedAt: String,
        filedAt: String,
        principal: String,
        device: String?,
        voidedBy: Int64?,
        movedBy: Int64? = nil
    ) {
        self.entry = entry
        self.barcode = barcode
        self.title = title
        self.sha256 = sha256
        self.bytes = bytes
        self.mediaType = mediaType
        self.firstPage = firstPage
        self.pages = pages
        self.scannedAt = scannedAt
        self.filedAt = filedAt
        self.principal = principal
        self.device = device
        self.voidedBy = voidedBy
        self.movedBy = movedBy
    }
}
