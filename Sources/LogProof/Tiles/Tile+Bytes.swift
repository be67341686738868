extension Tile {
    /// Returns the bytes of the file, from stored nodes or entry bodies; only one of the closures is called.
    ///
    /// `node` returns complete nodes, `entry` the body of the leaf at an index (its entry number less one). Throws
    /// ``TileError/entryTooLarge(index:bytes:)`` and what the closures throw.
    public func bytes(node: (TreeNodeID) throws -> TreeHash, entry: (Int64) throws -> [UInt8]) throws -> [UInt8] {
        var bytes: [UInt8] = []
        switch content {
        case .hashes(let level):
            bytes.reserveCapacity(width * TreeHash.length)
            for index in members { bytes += try node(TreeNodeID(level: level * 8, index: index)).bytes }
        case .entries:
            for index in members {
                let body = try entry(index)
                guard let length = UInt16(exactly: body.count) else {
                    throw TileError.entryTooLarge(index: index, bytes: body.count)
                }
                bytes.append(UInt8(length >> 8))
                bytes.append(UInt8(length & 255))
                bytes += body
            }
        }
        return bytes
    }

    /// Returns the entry bodies in the bytes of an entry bundle; throws ``TileError/malformedBytes``.
    public func entries(in bytes: [UInt8]) throws(TileError) -> [[UInt8]] {
        guard case .entries = content else { throw .malformedBytes }
        var rest = bytes[...]
        var entries: [[UInt8]] = []
        for _ in 0..<width {
            guard let high = rest.popFirst(), let low = rest.popFirst() else { throw .malformedBytes }
            let length = Int(high) << 8 | Int(low)
            guard length <= rest.count else { throw .malformedBytes }
            entries.append(Array(rest.prefix(length)))
            rest = rest.dropFirst(length)
        }
        guard rest.isEmpty else { throw .malformedBytes }
        return entries
    }
}

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
