/// A scanned file that could not be filed.
public struct QuarantinedFileResource: Sendable, Hashable, Codable {
    /// What names it in a request to file it; another one once the file is changed or replaced.
    public let id: String?
    /// The copier that it came from.
    public let device: String
    /// Where it is.
    public let path: String
    /// Why.
    public let reason: String
    /// Its length.
    public let bytes: Int64
    /// Since when: RFC 3339, UTC.
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
