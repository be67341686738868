/// The tiles of a tree in sequence: entry bundles first, then hashes from the leaves upwards.
public struct TileSequence: Sequence, IteratorProtocol, Sendable {
    private let size: Int64
    private let known: Int64
    /// The current level; -1 for the entries.
    private var level = -1
    private var index: Int64

    /// Creates the sequence of tiles of the tree with `size` leaves that the tree of its first `known` leaves lacks.
    ///
    /// Partial tiles of the smaller tree are listed again with their new width. Throws ``TreeError/sizeOutOfRange(_:)``
    /// and ``TreeError/notEarlier(old:new:)``.
    public init(ofTreeSize size: Int64, beyond known: Int64 = 0) throws(TreeError) {
        guard (0...TreeHead.largestSize).contains(size) else { throw .sizeOutOfRange(size) }
        guard (0...size).contains(known) else { throw .notEarlier(old: known, new: size) }
        self.size = size
        self.known = known
        self.index = known / Int64(Tile.fullWidth)
    }

    public mutating func next() -> Tile? {
        while level < Tile.levels.upperBound {
            let shift = Int64(8 * Swift.max(level, 0))
            let count = size >> shift
            let start = index * Int64(Tile.fullWidth)
            if start < count, count > known >> shift {
                let width = Swift.min(count - start, Int64(Tile.fullWidth))
                let content: Tile.Content = level < 0 ? .entries : .hashes(level: level)
                defer { index += 1 }
                return Tile(unchecked: content, index: index, width: Int(width))
            }
            level += 1
            index = (known >> Int64(8 * level)) / Int64(Tile.fullWidth)
        }
        return nil
    }
}
