/// A checkpointed state of the log that a restored log does not continue.
public struct AbandonedHead: Sendable, Hashable {
    /// The number of entries that the checkpoint covers.
    public let entries: Int64
    /// The root hash of the tree over these entries, in base64.
    public let root: String

    public init(entries: Int64, root: String) {
        self.entries = entries
        self.root = root
    }
}
