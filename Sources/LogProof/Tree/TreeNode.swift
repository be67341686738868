/// A complete node and its hash, which never changes again.
public struct TreeNode: Sendable, Hashable {
    public let id: TreeNodeID
    public let hash: TreeHash

    public init(id: TreeNodeID, hash: TreeHash) {
        self.id = id
        self.hash = hash
    }
}
