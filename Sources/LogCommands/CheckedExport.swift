import CommandBasics
import LogProof
import Terminal

/// An exported log in a directory, with the result of checking it without a daemon.
struct CheckedExport: Presentable, Encodable {
    let directory: String
    let entries: Int64
    let proved: Bool
    /// Why the export is not proved; nil if it is.
    let reason: String?

    /// Checks all entries and hash tiles.
    ///
    /// `keys` are the log's keys that the user trusts.
    static func check(_ directory: String, trusting keys: [NoteVerifierKey]) async throws -> CheckedExport {
        let source = TileDirectory(path: directory)
        guard let bytes = await source.read(Tile.checkpointPath) else {
            throw CommandFailure(.inputOutput, "cannot read \(directory)/\(Tile.checkpointPath)")
        }
        var entries: Int64 = 0
        do {
            let checkpoint = try SignedCheckpoint(parsing: bytes)
            let changes = try SignedCheckpoint.list(parsing: await source.read(ExportedLog.changesPath) ?? [])
            var audit = ExportAudit(checkpoint: checkpoint, changes: changes, trusting: keys)
            for tile in try TileSequence(ofTreeSize: checkpoint.checkpoint.head.size) where tile.content == .entries {
                guard let bytes = await source.read(tile.path) else {
                    throw Refusal(description: "cannot read \(tile.path)")
                }
                for body in try tile.entries(in: bytes) { try await compare(audit.append(body), with: source) }
                entries = audit.size
            }
            try await compare(audit.rest, with: source)
            try audit.conclude()
            return CheckedExport(directory: directory, entries: entries, proved: true, reason: nil)
        } catch let error as any Error & CustomStringConvertible {
            return CheckedExport(directory: directory, entries: entries, proved: false, reason: error.description)
        }
    }

    private struct Refusal: Error, CustomStringConvertible { let description: String }

    private static func compare(_ tiles: [(tile: Tile, bytes: [UInt8])], with source: TileDirectory) async throws {
        for (tile, bytes) in tiles {
            guard await source.read(tile.path) == bytes else {
                throw Refusal(description: "cannot believe \(tile.path), it has other hashes than its entries")
            }
        }
    }

    var lines: [StyledText] {
        guard let reason else {
            return [StyledText("proved", .good) + StyledText("  \(directory), \(entries) entries")]
        }
        return [StyledText("refused", .bad) + StyledText("  \(directory): \(reason)")]
    }

    var identifiers: [String] { [proved ? "proved" : "refused"] }
}
