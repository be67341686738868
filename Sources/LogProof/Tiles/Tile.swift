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

extension Tile {
    /// The path below the export directory, such as `tile/0/x001/x234/067`, with `.p/17` for a partial tile.
    public var path: String {
        var groups: [Int64] = [index % 1_000]
        var rest = index / 1_000
        while rest > 0 {
            groups.append(rest % 1_000)
            rest /= 1_000
        }
        let number = groups.enumerated().reversed().map { place, group in
            let digits = String(group)
            return (place == 0 ? "" : "x") + String(repeating: "0", count: 3 - digits.utf8.count) + digits
        }
        let kind =
            switch content {
            case .hashes(let level): String(level)
            case .entries: "entries"
            }
        return "tile/\(kind)/" + number.joined(separator: "/") + (width == Self.fullWidth ? "" : ".p/\(width)")
    }

    /// Parses only the exact form of ``path``; throws ``TileError``.
    public init(path: String) throws(TileError) {
        guard path.utf8.count <= 64 else { throw .malformedPath }
        var parts = path.split(separator: "/", omittingEmptySubsequences: false)[...]
        guard parts.popFirst() == "tile", let kind = parts.popFirst() else { throw .malformedPath }
        var width = Self.fullWidth
        if let number = parts.dropLast().last, number.hasSuffix(".p"), let text = parts.popLast() {
            guard let partial = Int(text), partial < Self.fullWidth else { throw .malformedPath }
            width = partial
            parts[parts.endIndex - 1] = number.dropLast(2)
        }
        var index: Int64 = 0
        for part in parts {
            guard part.utf8.count <= 4, let group = Int64(part.drop { $0 == "x" }), index < TreeHead.largestSize / 1_000
            else { throw .malformedPath }
            index = index * 1_000 + group
        }
        try self.init(try Self.content(of: kind), index: index, width: width)
        // Each tile has one path, so the result must produce the same text.
        guard self.path.utf8.elementsEqual(path.utf8) else { throw .malformedPath }
    }

    private static func content(of kind: Substring) throws(TileError) -> Content {
        if kind == "entries" { return .entries }
        guard let level = Int(kind) else { throw .malformedPath }
        return .hashes(level: level)
    }
}

/// The reason why a tile does not exist or its bytes are not valid.
public enum TileError: Error, Sendable, Hashable, CustomStringConvertible {
    /// The path is not one of a hash tile or an entry bundle.
    case malformedPath
    /// No tree has a tile of this level, index or width.
    case outOfRange
    /// An entry of this many bytes does not fit into a bundle.
    case entryTooLarge(index: Int64, bytes: Int)
    /// The bytes are truncated or too long.
    case malformedBytes

    public var description: String {
        switch self {
        case .malformedPath: "cannot read the tile path, it is like tile/0/x001/234 or tile/entries/000.p/17"
        case .outOfRange: "cannot have such a tile, no tree is that large"
        case .entryTooLarge(let index, let bytes):
            "cannot export entry \(index + 1) of \(bytes) bytes, a bundle holds at most \(Tile.largestEntry) of each"
        case .malformedBytes: "cannot read the tile, it is cut short or too long"
        }
    }
}
