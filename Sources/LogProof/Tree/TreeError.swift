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
