/// Pages of a scanned file that belong to a thing.
public struct DocumentResource: Sendable, Hashable, Codable {
    /// Number of the entry that attached it, which is also its own.
    public let entry: Int64
    /// The thing's barcode.
    public let barcode: String
    /// The thing's title.
    public let title: String?
    /// Of the whole file as it was scanned, hexadecimal.
    public let sha256: String
    /// Length of the whole file.
    public let bytes: Int64
    /// Such as `application/pdf`.
    public let mediaType: String
    /// The first page of the file that belongs to the thing, counted from 1; a cover sheet is a page.
    public let firstPage: Int
    /// How many pages from there on.
    public let pages: Int
    /// When the file was written: RFC 3339, UTC.
    public let scannedAt: String
    /// When it was filed: RFC 3339, UTC.
    public let filedAt: String
    /// Who scanned it: the owner of the file.
    public let principal: String
    /// The copier.
    public let device: String?
    /// The correction by which it is none of the thing's any more.
    public let voidedBy: Int64?
    /// The newest entry that moved it here from another thing; null when it was filed here, or when nobody may know.
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

    private enum CodingKeys: String, CodingKey {
        case entry
        case barcode
        case title
        case sha256
        case bytes
        case mediaType
        case firstPage
        case pages
        case scannedAt
        case filedAt
        case principal
        case device
        case voidedBy
        case movedBy
    }

    /// Writes every member, absent ones as null: what is documented is always there.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(entry, forKey: .entry)
        try container.encode(barcode, forKey: .barcode)
        try container.encode(title, forKey: .title)
        try container.encode(sha256, forKey: .sha256)
        try container.encode(bytes, forKey: .bytes)
        try container.encode(mediaType, forKey: .mediaType)
        try container.encode(firstPage, forKey: .firstPage)
        try container.encode(pages, forKey: .pages)
        try container.encode(scannedAt, forKey: .scannedAt)
        try container.encode(filedAt, forKey: .filedAt)
        try container.encode(principal, forKey: .principal)
        try container.encode(device, forKey: .device)
        try container.encode(voidedBy, forKey: .voidedBy)
        try container.encode(movedBy, forKey: .movedBy)
    }
}
