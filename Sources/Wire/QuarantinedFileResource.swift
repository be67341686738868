/// A scanned file that could not be filed.
public struct QuarantinedFileResource: WireValue {
    /// The identifier for a request to file it.
    ///
    /// It changes when the file is changed or replaced.
    public let id: String?
    /// The copier that it came from.
    public let device: String
    /// The path of the file.
    public let path: String
    /// Why it could not be filed.
    public let reason: String
    /// The length in bytes.
    public let bytes: Int64
    /// When it was quarantined: RFC 3339, UTC.
    public let since: String

    public init(id: String?, device: String, path: String, reason: String, bytes: Int64, since: String) {
        self.id = id
        self.device = device
        self.path = path
        self.reason = reason
        self.bytes = bytes
        self.since = since
    }
}
