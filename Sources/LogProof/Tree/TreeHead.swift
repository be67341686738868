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
