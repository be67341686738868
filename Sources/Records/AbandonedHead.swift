/// What a checkpoint witnessed of a log that goes on without it.
public struct AbandonedHead: Sendable, Hashable {
    /// How many entries it witnessed.
    public let entries: Int64
    /// Root of the tree over them, base64.
    public let root: String

    public init(entries: Int64, root: String) {
        self.entries = entries
        self.root = root
    }
}
