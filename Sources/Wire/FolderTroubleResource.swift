/// A problem with a drop folder that prevents scans from being filed.
public struct FolderTroubleResource: WireValue {
    /// The copier that uses the folder.
    public let device: String
    /// The path of the folder.
    public let folder: String
    /// A stable word for the problem, such as `unavailable`, `waiting` or `subfolders`.
    public let kind: String
    /// `failed` if nothing is filed, `warning` if some files are not, `notice` for information only.
    public let state: String
    /// The problem, in one line, without file names.
    public let message: String
    /// The remedy.
    public let remedy: String
    /// When it began: RFC 3339, UTC.
    public let since: String
    /// The number of files or folders; 0 if the problem is the drop folder itself.
    public let count: Int
    /// Whether `count` is exact; otherwise it is a minimum.
    public let complete: Bool
    /// The first names, at most five, with unprintable characters escaped; empty for callers who may not see them.
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
