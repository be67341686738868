/// The state that is needed to append to a tree and to compute its head: one hash for each one bit of its size.
///
/// With it, a log can append without reading nodes, and recompute the head of any number of leaves in constant memory.
public struct TreeFrontier: Sendable, Hashable {
    /// The number of leaves so far.
    public private(set) var size: Int64 = 0

    /// The roots of the complete subtrees, from the largest and leftmost.
    private var peaks: [TreeHash] = []

    /// Creates the frontier of an empty tree.
    public init() {}

    /// Creates the frontier of the first `size` leaves, from at most 62 stored nodes that `node` reads.
    ///
    /// Throws ``TreeError/sizeOutOfRange(_:)`` and what `node` throws.
    public init(size: Int64, reading node: (TreeNodeID) throws -> TreeHash) throws {
        guard (0...TreeHead.largestSize).contains(size) else { throw TreeError.sizeOutOfRange(size) }
        self.size = size
        self.peaks = try Subtree(0..<size).peaks.map(node)
    }

    /// Appends a leaf, and returns the nodes that it completes: the leaf itself, then upwards.
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
