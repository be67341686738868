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

    public let bytes: [UInt8]
    public let format: Format

    public init(bytes: [UInt8], format: Format) {
        self.bytes = bytes
        self.format = format
    }
}
