/// The hashes that show a tree to be an earlier one with leaves appended (RFC 9162, section 2.1.4).
public struct ConsistencyProof: Sendable, Hashable {
    /// The most hashes that any proof has.
    public static let mostHashes = 63

    public let oldSize: Int64
    public let newSize: Int64

    /// Nodes from the right edge of the old tree upwards; none when a size is 0 or both are the same.
    public let hashes: [TreeHash]

    /// A proof that somebody else made, to be verified.
    public init(oldSize: Int64, newSize: Int64, hashes: [TreeHash]) {
        self.oldSize = oldSize
        self.newSize = newSize
        self.hashes = hashes
    }

    /// Makes the proof out of stored complete nodes; `node` is asked for at most 2 × 62 of them.
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
        // Whoever holds the old head knows the hash of the whole old tree already.
        if subtree.leaves.lowerBound != 0 { nodes.append(subtree) }
        self.init(
            oldSize: oldSize,
            newSize: newSize,
            hashes: try nodes.reversed().map { try $0.hash(reading: node) }
        )
    }

    /// Checks that the tree with head `new` begins with the leaves of the tree with head `old`.
    ///
    /// RFC 9162, section 2.1.4.2; beyond it, every tree extends the empty one, and each tree extends itself, both
    /// with no hashes at all.
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
