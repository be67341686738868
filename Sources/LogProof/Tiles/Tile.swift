/// One file of an exported log: up to 256 hashes of one level, or up to 256 entries (C2SP tlog-tiles).
public struct Tile: Sendable, Hashable {
    /// What a tile holds.
    public enum Content: Sendable, Hashable {
        /// Nodes at eight times this height above the leaves.
        case hashes(level: Int)
        /// Entry bodies.
        case entries
    }

    /// Hashes or entries in a full tile.
    public static let fullWidth = 256

    /// The most bytes of one entry, whose length is written in two bytes.
    public static let largestEntry = 65_535

    /// Where an exported log has its signed checkpoint.
    public static let checkpointPath = "checkpoint"

    /// Levels that a tree of ``TreeHead/largestSize`` leaves has.
    static let levels = 0..<8

    public let content: Content

    /// How many full tiles stand to the left of it.
    public let index: Int64

    /// How many hashes or entries it holds, 1 to ``fullWidth``; fewer than that at the right edge only.
    public let width: Int

    /// A tile that some tree has; throws ``TileError/outOfRange``.
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

    /// The indices, within their level, of what it holds; for entries the entry numbers less one.
    public var members: Range<Int64> {
        let start = index * Int64(Self.fullWidth)
        return start..<start + Int64(width)
    }

    /// Whether the tree with `size` leaves has everything that the tile holds.
    public func fits(treeSize size: Int64) -> Bool {
        guard case .hashes(let level) = content else { return members.upperBound <= size }
        return members.upperBound <= size >> Int64(8 * level)
    }
}
