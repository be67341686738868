/// What must be kept of a tree to append to it and to know its head: one hash for each one bit of its size.
///
/// It lets a log append without reading nodes back, and rebuilds the head of any number of leaves in constant memory.
public struct TreeFrontier: Sendable, Hashable {
    /// The number of leaves so far.
    public private(set) var size: Int64 = 0

    /// The roots of the complete subtrees, the largest and leftmost first.
    private var peaks: [TreeHash] = []

    /// The frontier of a tree without leaves.
    public init() {}

    /// The frontier of the first `size` leaves, out of at most 62 stored nodes that `node` reads.
    ///
    /// Throws ``TreeError/sizeOutOfRange(_:)`` and what `node` throws.
    public init(size: Int64, reading node: (TreeNodeID) throws -> TreeHash) throws {
        guard (0...TreeHead.largestSize).contains(size) else { throw TreeError.sizeOutOfRange(size) }
        self.size = size
        self.peaks = try Subtree(0..<size).peaks.map(node)
    }

    /// Adds a leaf at the right, and returns the nodes that it completes: the leaf itself, then upwards.
    @discardableResult public mutating func append(_ leaf: TreeHash) -> [TreeNode] {
        var nodes = [TreeNode(id: TreeNodeID(level: 0, index: size), hash: leaf)]
        var hash = leaf
        var index = size
        while index & 1 == 1, let left = peaks.popLast() {
            hash = TreeHash(ofNode: left, hash)
            index >>= 1
            nodes.append(TreeNode(id: TreeNodeID(level: nodes.count, index: index), hash: hash))
        }
        peaks.append(hash)
        size += 1
        return nodes
    }

    /// The head of the leaves so far.
    public var head: TreeHead { TreeHead(unchecked: size, root: Subtree.fold(peaks)) }
}
