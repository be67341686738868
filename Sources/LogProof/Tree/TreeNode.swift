/// A complete node with its hash, which never changes.
public struct TreeNode: Sendable, Hashable {
    public let id: TreeNodeID
    public let hash: TreeHash

    public init(id: TreeNodeID, hash: TreeHash) {
        self.id = id
        self.hash = hash
    }
}
