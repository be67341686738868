import DaemonClient
import LogProof

/// Writes the tiles of a log into a directory, where some may lie already.
///
/// The hash tiles are computed from the entries. Entries that lie there are kept when the hash tile beside them fits, and
/// else fetched again; that all of them are those of the log is seen by the root.
struct ExportWriting {
    let target: TileDirectory
    /// Whether there was no export before.
    let isFresh: Bool
    /// Files that were not there before, or not as they should be.
    private(set) var written = 0
    private var hasher = TileHasher()

    init(target: TileDirectory, isFresh: Bool) {
        self.target = target
        self.isFresh = isFresh
    }

    /// Takes the entries of `tile`, and writes what they fill.
    mutating func take(_ tile: Tile, from daemon: DaemonClient) async throws {
        var entries = try await kept(tile)
        if entries == nil { entries = try await fetched(tile, from: daemon) }
        for body in entries ?? [] {
            for (filled, bytes) in hasher.append(body) { try await put(bytes, filled.path) }
        }
    }

    /// Writes the tiles at the right edge; throws when the entries are not those that `head` witnesses.
    mutating func finish(at head: TreeHead) async throws {
        guard hasher.head == head else {
            guard isFresh else {
                let what = "cannot complete \(target.path): what lies there is not what the log holds"
                throw CommandFailure(.refused, "\(what); keep it as it is, and export into another directory")
            }
            throw DaemonClientError.malformedAnswer("the entries do not lead to the root that the daemon signed")
        }
        for (tile, bytes) in hasher.rest { try await put(bytes, tile.path) }
    }

    /// The entries that lie there, when the tile of their hashes fits them.
    private func kept(_ tile: Tile) async throws -> [[UInt8]]? {
        guard let bytes = await target.read(tile.path), let entries = try? tile.entries(in: bytes),
            let hashes = await target.read(try Tile(.hashes(level: 0), index: tile.index, width: tile.width).path)
        else { return nil }
        return entries.flatMap { TreeHash(ofLeaf: $0).bytes } == hashes ? entries : nil
    }

    private mutating func fetched(_ tile: Tile, from daemon: DaemonClient) async throws -> [[UInt8]] {
        let bytes = try await daemon.tile(tile.path)
        let entries: [[UInt8]]
        do {
            entries = try tile.entries(in: bytes)
        } catch {
            throw DaemonClientError.malformedAnswer("\(error)")
        }
        try await put(bytes, tile.path)
        return entries
    }

    private mutating func put(_ bytes: [UInt8], _ path: String) async throws {
        guard await target.read(path) != bytes else { return }
        try await target.write(bytes, to: path)
        written += 1
    }
}
