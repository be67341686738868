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

/// A range of leaves that RFC 9162 hashes into one node, complete or at the right edge of the tree.
///
/// It begins at a multiple of the smallest power of two that is not less than its length; the splits below preserve
/// that.
struct Subtree: Hashable {
    let leaves: Range<Int64>

    init(_ leaves: Range<Int64>) { self.leaves = leaves }

    var isLeaf: Bool { leaves.count == 1 }

    /// The split according to RFC 9162, after the largest power of two less than its length; requires at least two
    /// leaves.
    var split: (left: Subtree, right: Subtree) {
        let length = Int64(leaves.count) - 1
        let middle = leaves.lowerBound + (1 << Int64(Int64.bitWidth - 1 - length.leadingZeroBitCount))
        return (Subtree(leaves.lowerBound..<middle), Subtree(middle..<leaves.upperBound))
    }

    /// The complete nodes that together cover its leaves, from left to right.
    var peaks: [TreeNodeID] {
        var peaks: [TreeNodeID] = []
        var start = leaves.lowerBound
        while start < leaves.upperBound {
            let level = Int64.bitWidth - 1 - (leaves.upperBound - start).leadingZeroBitCount
            peaks.append(TreeNodeID(level: level, index: start >> Int64(level)))
            start += 1 << Int64(level)
        }
        return peaks
    }

    func hash(reading node: (TreeNodeID) throws -> TreeHash) rethrows -> TreeHash { Self.fold(try peaks.map(node)) }

    /// Returns the hash over adjacent complete nodes, with the largest at the left.
    static func fold(_ peaks: [TreeHash]) -> TreeHash {
        guard var hash = peaks.last else { return .ofEmptyTree }
        for peak in peaks.dropLast().reversed() { hash = TreeHash(ofNode: peak, hash) }
        return hash
    }
}
