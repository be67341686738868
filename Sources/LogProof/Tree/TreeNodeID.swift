/// The place of a complete node in the log's Merkle tree, the same in every tree that is large enough to have it.
public struct TreeNodeID: Sendable, Hashable, CustomStringConvertible {
    /// The height above the leaves, which are level 0; the node stands over 2^level leaves.
    public let level: Int

    /// How many nodes of its level stand to the left of it.
    public let index: Int64

    public init(level: Int, index: Int64) {
        self.level = level
        self.index = index
    }

    /// The nodes that become complete when the leaf at `index` (the entry number less one) is appended.
    ///
    /// The leaf itself comes first, then each of its ancestors that it completes. Over the life of a log every node
    /// is named once. Empty for an index that no tree has.
    public static func completed(byLeaf index: Int64) -> [TreeNodeID] {
        guard (0..<TreeHead.largestSize).contains(index) else { return [] }
        return (0...(index + 1).trailingZeroBitCount).map { TreeNodeID(level: $0, index: index >> Int64($0)) }
    }

    public var description: String { "\(level)/\(index)" }
}
