/// The hashes that lead from a leaf to the head of a tree (RFC 9162, section 2.1.3).
public struct InclusionProof: Sendable, Hashable {
    /// The maximum number of hashes in a proof.
    public static let mostHashes = 62

    /// The index of the leaf, which is its entry number less one.
    public let leafIndex: Int64

    public let treeSize: Int64

    /// The siblings on the path to the root, beginning with the leaf's own.
    public let hashes: [TreeHash]

    /// Creates a proof from its parts, to be verified.
    public init(leafIndex: Int64, treeSize: Int64, hashes: [TreeHash]) {
        self.leafIndex = leafIndex
        self.treeSize = treeSize
        self.hashes = hashes
    }

    /// Creates the proof from stored complete nodes; `node` is called at most 2 × 62 times.
    ///
    /// Throws ``TreeError/sizeOutOfRange(_:)``, ``TreeError/noSuchLeaf(index:size:)`` and what `node` throws.
    public init(ofLeaf index: Int64, treeSize: Int64, reading node: (TreeNodeID) throws -> TreeHash) throws {
        guard (0...TreeHead.largestSize).contains(treeSize) else { throw TreeError.sizeOutOfRange(treeSize) }
        guard (0..<treeSize).contains(index) else { throw TreeError.noSuchLeaf(index: index, size: treeSize) }
        var siblings: [Subtree] = []
        var subtree = Subtree(0..<treeSize)
        while !subtree.isLeaf {
            let (left, right) = subtree.split
            if left.leaves.contains(index) {
                siblings.append(right)
                subtree = left
            } else {
                siblings.append(left)
                subtree = right
            }
        }
        self.init(
            leafIndex: index,
            treeSize: treeSize,
            hashes: try siblings.reversed().map { try $0.hash(reading: node) }
        )
    }

    /// Verifies that the tree with `head` contains the entry with leaf hash `leaf` (RFC 9162, section 2.1.3.2).
    public func verify(_ leaf: TreeHash, in head: TreeHead) throws(TreeError) {
        guard treeSize == head.size else { throw .otherSize(proof: treeSize, head: head.size) }
        guard (0..<treeSize).contains(leafIndex) else { throw .noSuchLeaf(index: leafIndex, size: treeSize) }
        var position = leafIndex
        var last = treeSize - 1
        var root = leaf
        for sibling in hashes {
            guard last != 0 else { throw .wrongNumberOfHashes(hashes.count) }
            if position & 1 == 1 || position == last {
                root = TreeHash(ofNode: sibling, root)
                while position & 1 == 0, position != 0 {
                    position >>= 1
                    last >>= 1
                }
            } else {
                root = TreeHash(ofNode: root, sibling)
            }
            position >>= 1
            last >>= 1
        }
        guard last == 0 else { throw .wrongNumberOfHashes(hashes.count) }
        guard root == head.root else { throw .otherHead }
    }
}
