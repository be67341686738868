/// The size of a tree and the hash over all its leaves (RFC 9162, section 2.1.1).
public struct TreeHead: Sendable, Hashable {
    /// The maximum number of leaves.
    ///
    /// No arithmetic on sizes up to this overflows.
    public static let largestSize: Int64 = 1 << 62

    /// The head of an empty tree.
    public static let empty = TreeHead(unchecked: 0, root: .ofEmptyTree)

    /// The number of leaves, 0 to ``largestSize``.
    public let size: Int64

    public let root: TreeHash

    /// Creates a head from a checkpoint; throws ``TreeError/sizeOutOfRange(_:)``.
    public init(size: Int64, root: TreeHash) throws(TreeError) {
        guard (0...Self.largestSize).contains(size) else { throw .sizeOutOfRange(size) }
        self.init(unchecked: size, root: root)
    }

    /// Creates the head of the first `size` leaves, from at most 62 stored nodes that `node` reads.
    ///
    /// Throws ``TreeError/sizeOutOfRange(_:)`` and what `node` throws.
    public init(size: Int64, reading node: (TreeNodeID) throws -> TreeHash) throws {
        guard (0...Self.largestSize).contains(size) else { throw TreeError.sizeOutOfRange(size) }
        self.init(unchecked: size, root: try Subtree(0..<size).hash(reading: node))
    }

    init(unchecked size: Int64, root: TreeHash) {
        self.size = size
        self.root = root
    }
}

/// The reason why a tree or proof does not exist, or why a proof is not valid.
public enum TreeError: Error, Sendable, Hashable, CustomStringConvertible {
    /// No tree has this many leaves.
    case sizeOutOfRange(Int64)
    /// The tree of `size` leaves has no leaf at `index`.
    case noSuchLeaf(index: Int64, size: Int64)
    /// The tree of `old` leaves is not a predecessor of the tree of `new` leaves.
    case notEarlier(old: Int64, new: Int64)
    /// The proof is for trees of other sizes than the given heads.
    case otherSize(proof: Int64, head: Int64)
    /// The proof has more or fewer hashes than its sizes require.
    case wrongNumberOfHashes(Int)
    /// The proof leads from the leaf to another head: the leaf is not in that tree.
    case otherHead
    /// The proof does not lead to the earlier head: earlier history was altered.
    case otherEarlierHead

    public var description: String {
        switch self {
        case .sizeOutOfRange(let size):
            "cannot have a tree of \(size) leaves, the size is 0 to \(TreeHead.largestSize)"
        case .noSuchLeaf(let index, let size):
            "cannot find leaf \(index) in a tree of \(size), choose a later checkpoint or another entry"
        case .notEarlier(let old, let new):
            "cannot prove that the tree of \(new) extends the tree of \(old), give the smaller one first"
        case .otherSize(let proof, let head):
            "cannot hold a proof for size \(proof) against a tree of size \(head), ask for the proof of that tree"
        case .wrongNumberOfHashes(let count):
            "cannot use the proof, \(count) hashes are too many or too few for its sizes"
        case .otherHead:
            "cannot reach the signed root hash from the entry and the proof, one of them was altered"
        case .otherEarlierHead:
            "cannot reach the earlier root hash from the proof, the history before it was altered"
        }
    }
}
