/// Computes the hash tiles of a log and its head from consecutive entries.
public struct TileHasher: Sendable {
    /// The hashes of each tile level that do not fill a tile yet.
    private var pending: [[TreeHash]] = []
    /// The number of full tiles at each level so far.
    private var full: [Int64] = []
    private var frontier = TreeFrontier()

    public init() {}

    /// The tree head over the entries so far.
    public var head: TreeHead { frontier.head }

    /// Adds an entry, and returns the tiles that it completes, from the leaves upwards, with their bytes.
    public mutating func append(_ body: [UInt8]) -> [(tile: Tile, bytes: [UInt8])] {
        let leaf = TreeHash(ofLeaf: body)
        frontier.append(leaf)
        var filled: [(tile: Tile, bytes: [UInt8])] = []
        var (hash, level) = (leaf, 0)
        while true {
            if level == pending.count {
                pending.append([])
                full.append(0)
            }
            pending[level].append(hash)
            guard pending[level].count == Tile.fullWidth else { return filled }
            let hashes = pending[level]
            let tile = Tile(unchecked: .hashes(level: level), index: full[level], width: hashes.count)
            filled.append((tile, Self.bytes(hashes)))
            pending[level] = []
            full[level] += 1
            hash = Self.root(of: hashes)
            level += 1
        }
    }

    /// The partial tiles at the right edge, with their bytes.
    public var rest: [(tile: Tile, bytes: [UInt8])] {
        pending.enumerated().filter { !$1.isEmpty }.map { level, hashes in
            (Tile(unchecked: .hashes(level: level), index: full[level], width: hashes.count), Self.bytes(hashes))
        }
    }

    private static func bytes(_ hashes: [TreeHash]) -> [UInt8] { hashes.flatMap(\.bytes) }

    /// Returns the root of a full tile.
    private static func root(of hashes: [TreeHash]) -> TreeHash {
        var row = hashes
        while row.count > 1 {
            row = stride(from: 0, to: row.count, by: 2).map { TreeHash(ofNode: row[$0], row[$0 + 1]) }
        }
        return row[0]
    }
}
