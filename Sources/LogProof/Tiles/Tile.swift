/// One file of an exported log: up to 256 hashes of one level, or up to 256 entries (C2SP tlog-tiles).
public struct Tile: Sendable, Hashable {
    /// The contents of a tile.
    public enum Content: Sendable, Hashable {
        /// Nodes at eight times this height above the leaves.
        case hashes(level: Int)
        /// Entry bodies.
        case entries
    }

    /// The number of hashes or entries in a full tile.
    public static let fullWidth = 256

    /// The maximum size of an entry in bytes, because its length is stored in two bytes.
    public static let largestEntry = 65_535

    /// The path of the signed checkpoint in an exported log.
    public static let checkpointPath = "checkpoint"

    /// The levels of a tree of ``TreeHead/largestSize`` leaves.
    static let levels = 0..<8

    public let content: Content

    /// The number of full tiles to its left.
    public let index: Int64

    /// The number of hashes or entries, 1 to ``fullWidth``; fewer than that only at the right edge.
    public let width: Int

    /// Creates a tile; throws ``TileError/outOfRange`` if no tree has it.
    public init(_ content: Content, index: Int64, width: Int = Tile.fullWidth) throws(TileError) {
        if case .hashes(let level) = content, !Self.levels.contains(level) { throw .outOfRange }
        guard (1...Self.fullWidth).contains(width), (0..<TreeHead.largestSize >> 8).contains(index) else {
            throw .outOfRange
        }
        self.init(unchecked: content, index: index, width: width)
    }

    init(unchecked content: Content, index: Int64, width: Int) {
        self.content = content
        self.index = index
        self.width = width
    }

    /// The indices of its hashes or entries within their level; for entries, the entry numbers less one.
    public var members: Range<Int64> {
        let start = index * Int64(Self.fullWidth)
        return start..<start + Int64(width)
    }

    /// Whether a tree with `size` leaves contains the whole tile.
    public func fits(treeSize size: Int64) -> Bool {
        guard case .hashes(let level) = content else { return members.upperBound <= size }
        return members.upperBound <= size >> Int64(8 * level)
    }
}
