/// The hashes that prove that a tree is an earlier one with leaves appended (RFC 9162, section 2.1.4).
public struct ConsistencyProof: Sendable, Hashable {
    /// The maximum number of hashes in a proof.
    public static let mostHashes = 63

    public let oldSize: Int64
    public let newSize: Int64

    /// The nodes from the right edge of the old tree upwards; empty if a size is 0 or both are equal.
    public let hashes: [TreeHash]

    /// Creates a proof from its parts, to be verified.
    public init(oldSize: Int64, newSize: Int64, hashes: [TreeHash]) {
        self.oldSize = oldSize
        self.newSize = newSize
        self.hashes = hashes
    }

    /// Creates the proof from stored complete nodes; `node` is called at most 2 × 62 times.
    ///
    /// Throws ``TreeError/sizeOutOfRange(_:)``, ``TreeError/notEarlier(old:new:)`` and what `node` throws.
    public init(from oldSize: Int64, to newSize: Int64, reading node: (TreeNodeID) throws -> TreeHash) throws {
        guard (0...TreeHead.largestSize).contains(newSize) else { throw TreeError.sizeOutOfRange(newSize) }
        guard (0...newSize).contains(oldSize) else { throw TreeError.notEarlier(old: oldSize, new: newSize) }
        guard oldSize != 0, oldSize != newSize else {
            self.init(oldSize: oldSize, newSize: newSize, hashes: [])
            return
        }
        var nodes: [Subtree] = []
        var subtree = Subtree(0..<newSize)
        while subtree.leaves.upperBound != oldSize {
            let (left, right) = subtree.split
            if oldSize <= left.leaves.upperBound {
                nodes.append(right)
                subtree = left
            } else {
                nodes.append(left)
                subtree = right
            }
        }
        // A verifier with the old head already knows the hash of the whole old tree.
        if subtree.leaves.lowerBound != 0 { nodes.append(subtree) }
        self.init(oldSize: oldSize, newSize: newSize, hashes: try nodes.reversed().map { try $0.hash(reading: node) })
    }

    /// Verifies that the tree with head `new` begins with the leaves of the tree with head `old`.
    ///
    /// The algorithm is that of RFC 9162, section 2.1.4.2. In addition, every tree extends the empty one, and each tree
    /// extends itself, both without hashes.
    public func verify(from old: TreeHead, to new: TreeHead) throws(TreeError) {
        guard oldSize == old.size else { throw .otherSize(proof: oldSize, head: old.size) }
        guard newSize == new.size else { throw .otherSize(proof: newSize, head: new.size) }
        guard oldSize <= newSize else { throw .notEarlier(old: oldSize, new: newSize) }
        if oldSize == 0 || oldSize == newSize {
            guard hashes.isEmpty else { throw .wrongNumberOfHashes(hashes.count) }
            let expected = oldSize == 0 ? .ofEmptyTree : new.root
            guard old.root == expected else { throw .otherEarlierHead }
            guard newSize != 0 || new.root == .ofEmptyTree else { throw .otherHead }
            return
        }
        var path = hashes[...]
        guard let start = oldSize & (oldSize - 1) == 0 ? old.root : path.popFirst() else {
            throw .wrongNumberOfHashes(0)
        }
        let (oldRoot, newRoot) = try climb(path, from: start)
        guard oldRoot == old.root else { throw .otherEarlierHead }
        guard newRoot == new.root else { throw .otherHead }
    }

    private func climb(
        _ path: ArraySlice<TreeHash>,
        from start: TreeHash
    ) throws(TreeError) -> (old: TreeHash, new: TreeHash) {
        var position = oldSize - 1
        var last = newSize - 1
        while position & 1 == 1 {
            position >>= 1
            last >>= 1
        }
        var (old, new) = (start, start)
        for node in path {
            guard last != 0 else { throw .wrongNumberOfHashes(hashes.count) }
            if position & 1 == 1 || position == last {
                old = TreeHash(ofNode: node, old)
                new = TreeHash(ofNode: node, new)
                while position & 1 == 0, position != 0 {
                    position >>= 1
                    last >>= 1
                }
            } else {
                new = TreeHash(ofNode: new, node)
            }
            position >>= 1
            last >>= 1
        }
        guard last == 0 else { throw .wrongNumberOfHashes(hashes.count) }
        return (old, new)
    }
}
