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

    /// Returns the nodes that become complete when the leaf at `index` (the entry number less one) is appended.
    ///
    /// The leaf itself comes first, then each ancestor that it completes. Over the life of a log every node is returned
    /// once. Empty for an index that no tree has.
    public static func completed(byLeaf index: Int64) -> [TreeNodeID] {
        guard (0..<TreeHead.largestSize).contains(index) else { return [] }
        return (0...(index + 1).trailingZeroBitCount).map { TreeNodeID(level: $0, index: index >> Int64($0)) }
    }

    public var description: String { "\(level)/\(index)" }
}
