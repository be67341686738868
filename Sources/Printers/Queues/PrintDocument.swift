/// A document to send to a printer.
public struct PrintDocument: Sendable, Hashable {
    /// The formats, by their MIME types in CUPS.
    public enum Format: String, Sendable, CaseIterable {
        case pdf = "application/pdf"
        case png = "image/png"
        case pwg = "image/pwg-raster"
        /// CUPS raster, which the driver of a queue converts to the printer's language.
        case driver = "application/vnd.cups-raster"
        /// The printer's own language, which CUPS passes on unchanged.
        case raw = "application/vnd.cups-raw"
    }

    /// The expected printed pages.
    public struct Pages: Sendable, Hashable {
        /// The number of labels or sheets, with copies.
        public let count: Int
        /// The length of each along the feed, in millimetres.
        public let millimetres: Double

        public init(count: Int, millimetres: Double) {
            self.count = count
            self.millimetres = millimetres
        }
    }

    public let bytes: [UInt8]
    public let format: Format
    /// The expected pages; nil if unknown.
    public let pages: Pages?

    public init(bytes: [UInt8], format: Format, pages: Pages? = nil) {
        self.bytes = bytes
        self.format = format
        self.pages = pages
    }

    /// Returns the document with its expected pages.
    public func counted(_ pages: Pages) -> PrintDocument { PrintDocument(bytes: bytes, format: format, pages: pages) }
}
