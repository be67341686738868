import CommandBasics
import DaemonClient
import FoundationEssentials
import Localization
import LogProof
import Terminal
import Wire

/// Writes the tiles of a log to a directory that may contain an earlier export.
///
/// The hash tiles are computed from the entries. Existing entries are kept if they match their hash tile, and otherwise
/// fetched again; the root proves that all of them are the log's.
struct ExportWriting {
    let target: TileDirectory
    /// Whether there was no earlier export.
    let isFresh: Bool
    /// The number of files that were missing or not correct before.
    private(set) var written = 0
    private var hasher = TileHasher()

    init(target: TileDirectory, isFresh: Bool) {
        self.target = target
        self.isFresh = isFresh
    }

    /// Adds the entries of `tile`, and writes the tiles that they complete.
    mutating func take(_ tile: Tile, from daemon: DaemonClient) async throws {
        var entries = try await kept(tile)
        if entries == nil { entries = try await fetched(tile, from: daemon) }
        for body in entries ?? [] {
            for (filled, bytes) in hasher.append(body) { try await put(bytes, filled.path) }
        }
    }

    /// Writes the partial tiles at the right edge; throws if the entries do not match `head`.
    mutating func finish(at head: TreeHead) async throws {
        guard hasher.head == head else {
            guard isFresh else {
                let what = Message(
                    "cannot complete \(target.path, "directory"): what lies there is not what the log holds; keep it as "
                        + "it is, and export into another directory"
                )
                throw CommandFailure(.refused, what)
            }
            throw DaemonClientError.malformedAnswer("the entries do not lead to the root that the daemon signed")
        }
        for (tile, bytes) in hasher.rest { try await put(bytes, tile.path) }
    }

    /// Returns the existing entries if they match their hash tile; otherwise nil.
    private func kept(_ tile: Tile) async throws -> [[UInt8]]? {
        guard let bytes = await target.read(tile.path), let entries = try? tile.entries(in: bytes),
            let hashes = await target.read(try Tile(.hashes(level: 0), index: tile.index, width: tile.width).path)
        else { return nil }
        return entries.flatMap { TreeHash(ofLeaf: $0).bytes } == hashes ? entries : nil
    }

    private mutating func fetched(_ tile: Tile, from daemon: DaemonClient) async throws -> [[UInt8]] {
        let bytes = try await daemon.fetch(API.Log.entryTile, at: String(tile.path.trimmingPrefix("tile/entries/")))
        let entries = try DaemonClient.understood { try tile.entries(in: bytes) }
        try await put(bytes, tile.path)
        return entries
    }

    private mutating func put(_ bytes: [UInt8], _ path: String) async throws {
        guard await target.read(path) != bytes else { return }
        try await target.write(bytes, to: path)
        written += 1
    }
}

/// The directory of an exported log.
///
/// The calls block, so they are made on the main thread.
@MainActor struct TileDirectory {
    let path: String

    /// Returns the bytes of a file; nil if it is missing or larger than any file of an export.
    func read(_ name: String) -> [UInt8]? { try? FileBytes.all(path: "\(path)/\(name)", limit: Self.longest) }

    /// The maximum size of a file in bytes: 256 of the longest entries, each with its length.
    private static let longest = Tile.fullWidth * (Tile.largestEntry + 2)

    /// Writes a file atomically.
    func write(_ bytes: [UInt8], to name: String) throws {
        let file = "\(path)/\(name)"
        let directory = String(file[..<(file.lastIndex(of: "/") ?? file.startIndex)])
        do {
            try FileManager.default.createDirectory(atPath: directory, withIntermediateDirectories: true)
        } catch {
            throw StreamError.cannotWrite(
                name: Message(verbatim: directory),
                reason: Message("it cannot be made")
            )
        }
        let draft = try FileDraft(path: file)
        do {
            try draft.append(bytes)
            try draft.finish()
        } catch {
            draft.discard()
            throw error
        }
    }
}
