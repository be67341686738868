/// What is sent to a printer.
public struct PrintDocument: Sendable, Hashable {
    /// MIME types that every print server with filters takes.
    public enum Format: String, Sendable, CaseIterable {
        case pdf = "application/pdf"
        case png = "image/png"
    }

    public let bytes: [UInt8]
    public let format: Format

    public init(bytes: [UInt8], format: Format) {
        self.bytes = bytes
        self.format = format
    }
}
