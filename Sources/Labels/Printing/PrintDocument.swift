/// What is sent to a printer.
public struct PrintDocument: Sendable, Hashable {
    /// MIME types that CUPS knows.
    public enum Format: String, Sendable, CaseIterable {
        case pdf = "application/pdf"
        case png = "image/png"
        case pwg = "image/pwg-raster"
        /// CUPS raster, which the driver of a queue turns into the language of its printer.
        case driver = "application/vnd.cups-raster"
        /// The printer's own language, which nothing on the way touches.
        case raw = "application/vnd.cups-raw"
    }

    /// What is to come out of the printer.
    public struct Pages: Sendable, Hashable {
        /// Labels or sheets, with copies.
        public let count: Int
        /// Of each, along the feed.
        public let millimetres: Double

        public init(count: Int, millimetres: Double) {
            self.count = count
            self.millimetres = millimetres
        }
    }

    public let bytes: [UInt8]
    public let format: Format
    /// Nil when nobody counted.
    public let pages: Pages?

    public init(bytes: [UInt8], format: Format, pages: Pages? = nil) {
        self.bytes = bytes
        self.format = format
        self.pages = pages
    }

    /// The same, counted.
    public func counted(_ pages: Pages) -> PrintDocument { PrintDocument(bytes: bytes, format: format, pages: pages) }
}
