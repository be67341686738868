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

    func hash(reading node: (TreeNodeID) throws -> TreeHash) rethrows -> TreeHash {
        Self.fold(try peaks.map(node))
    }

    /// Returns the hash over adjacent complete nodes, with the largest at the left.
    static func fold(_ peaks: [TreeHash]) -> TreeHash {
        guard var hash = peaks.last else { return .ofEmptyTree }
        for peak in peaks.dropLast().reversed() { hash = TreeHash(ofNode: peak, hash) }
        return hash
    }
}
