import LogProof

/// The definitions of RFC 9162, sections 2.1.1, 2.1.3.1 and 2.1.4.1, word by word.
final class NaiveTree {
    private let leaves: [[UInt8]]
    /// Hashes that were computed before; the recursion is exponential without them.
    private var known: [Range<Int>: TreeHash] = [:]

    init(leaves: [[UInt8]]) { self.leaves = leaves }

    func head(_ size: Int) throws -> TreeHead { try TreeHead(size: Int64(size), root: hash(0..<size)) }

    func hash(_ range: Range<Int>) -> TreeHash {
        if range.isEmpty { return .ofEmptyTree }
        if let hash = known[range] { return hash }
        let hash: TreeHash
        if range.count == 1 {
            hash = TreeHash(ofLeaf: leaves[range.lowerBound])
        } else {
            let middle = range.lowerBound + Self.split(range.count)
            hash = TreeHash(ofNode: self.hash(range.lowerBound..<middle), self.hash(middle..<range.upperBound))
        }
        known[range] = hash
        return hash
    }

    /// PATH(m, D[n]).
    func path(_ leaf: Int, in range: Range<Int>) -> [TreeHash] {
        guard range.count > 1 else { return [] }
        let middle = range.lowerBound + Self.split(range.count)
        return leaf < middle
            ? path(leaf, in: range.lowerBound..<middle) + [hash(middle..<range.upperBound)]
            : path(leaf, in: middle..<range.upperBound) + [hash(range.lowerBound..<middle)]
    }

    /// SUBPROOF(m, D[n], b), where the old tree ends at `old`.
    func subproof(_ old: Int, in range: Range<Int>, isWhole: Bool = true) -> [TreeHash] {
        if old == range.upperBound { return isWhole ? [] : [hash(range)] }
        let middle = range.lowerBound + Self.split(range.count)
        return old <= middle
            ? subproof(old, in: range.lowerBound..<middle, isWhole: isWhole) + [hash(middle..<range.upperBound)]
            : subproof(old, in: middle..<range.upperBound, isWhole: false) + [hash(range.lowerBound..<middle)]
    }

    /// The largest power of two below `count`.
    private static func split(_ count: Int) -> Int {
        var split = 1
        while split * 2 < count { split *= 2 }
        return split
    }
}
