/// Something about a drop folder that keeps scans from being filed.
public struct FolderTroubleResource: Sendable, Hashable, Codable {
    /// The copier whose folder it is.
    public let device: String
    /// The path of the folder.
    public let folder: String
    /// A stable word for what is wrong, such as `unavailable`, `waiting` or `subfolders`.
    public let kind: String
    /// `failed` when nothing is filed, `warning` when some files are not, `notice` when somebody should know of it.
    public let state: String
    /// What is wrong, in one line; no name of a file is in it.
    public let message: String
    /// What to do about it.
    public let remedy: String
    /// Since when, RFC 3339, UTC.
    public let since: String
    /// How many files or folders; 0 where it is about the drop folder itself.
    public let count: Int
    /// Whether `count` is all of them; otherwise there are at least so many.
    public let complete: Bool
    /// The names of the first, five at most, with what cannot be shown escaped; empty for who may not see them.
    public let names: [String]

    public init(
        device: String,
        folder: String,
        kind: String,
        state: String,
        message: String,
        remedy: String,
        since: String,
        count: Int,
        complete: Bool,
        names: [String]
    ) {
        self.device = device
        self.folder = folder
        self.kind = kind
        self.state = state
        self.message = message
        self.remedy = remedy
        self.since = since
        self.count = count
        self.complete = complete
        self.names = names
    }
}
