/// A complete node with its hash, which never changes.
public struct TreeNode: Sendable, Hashable {
    public let id: TreeNodeID
    public let hash: TreeHash
}

/// The position of a complete node in the log's Merkle tree, which is equal in every tree that contains it.
public struct TreeNodeID: Sendable, Hashable, CustomStringConvertible {
    /// The height above the leaves, which are level 0; the node covers 2^level leaves.
    public let level: Int

    /// The number of nodes of its level to its left.
    public let index: Int64

    public init(level: Int, index: Int64) {
        self.level = level
        self.index = index
    }

    public var description: String { "\(level)/\(index)" }
}
