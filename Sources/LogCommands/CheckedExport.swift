import CommandBasics
import Localization
import LogProof
import Terminal

/// An exported log in a directory, with the result of checking it without a daemon.
struct CheckedExport: Presentable, Encodable {
    let directory: String
    let entries: Int64
    let proved: Bool
    /// Why the export is not proved; nil if it is.
    let reason: Message?

    /// Checks all entries and hash tiles.
    ///
    /// `keys` are the log's keys that the user trusts.
    static func check(_ directory: String, trusting keys: [NoteVerifierKey]) async throws -> CheckedExport {
        let source = TileDirectory(path: directory)
        guard let bytes = await source.read(Tile.checkpointPath) else {
            let file = "\(directory)/\(Tile.checkpointPath)"
            throw CommandFailure(.inputOutput, Message("cannot read \(file, "file")"))
        }
        var entries: Int64 = 0
        do {
            let checkpoint = try SignedCheckpoint(parsing: bytes)
            let changes = try SignedCheckpoint.list(parsing: await source.read(ExportedLog.changesPath) ?? [])
            var audit = ExportAudit(checkpoint: checkpoint, changes: changes, trusting: keys)
            for tile in try TileSequence(ofTreeSize: checkpoint.checkpoint.head.size) where tile.content == .entries {
                guard let bytes = await source.read(tile.path) else {
                    throw Refusal(message: Message("cannot read \(tile.path, "file")"))
                }
                for body in try tile.entries(in: bytes) { try await compare(audit.append(body), with: source) }
                entries = audit.size
            }
            try await compare(audit.rest, with: source)
            try audit.conclude()
            return CheckedExport(directory: directory, entries: entries, proved: true, reason: nil)
        } catch let error as Refusal {
            return CheckedExport(directory: directory, entries: entries, proved: false, reason: error.message)
        } catch let error as any Error & CustomStringConvertible {
            let reason = Message(verbatim: error.description)
            return CheckedExport(directory: directory, entries: entries, proved: false, reason: reason)
        }
    }

    private struct Refusal: Error { let message: Message }

    private static func compare(_ tiles: [(tile: Tile, bytes: [UInt8])], with source: TileDirectory) async throws {
        for (tile, bytes) in tiles {
            guard await source.read(tile.path) == bytes else {
                throw Refusal(
                    message: Message("cannot believe \(tile.path, "file"), it has other hashes than its entries")
                )
            }
        }
    }

    var lines: [StyledText] {
        guard let reason else {
            let size = Message(
                "\(directory, "directory"), {count} entry",
                plural: "\(directory, "directory"), {count} entries",
                count: Int(entries)
            )
            return [Message("proved", context: "proof").styled(.good) + "  " + StyledText(size)]
        }
        return [
            Message("refused", context: "proof").styled(.bad) + "  "
                + StyledText(Message("\(directory, "directory"): \(reason, "reason")"))
        ]
    }

    private enum CodingKeys: String, CodingKey {
        case directory
        case entries
        case proved
        case reason
    }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(directory, forKey: .directory)
        try container.encode(entries, forKey: .entries)
        try container.encode(proved, forKey: .proved)
        try container.encodeIfPresent(reason?.english, forKey: .reason)
    }

    var identifiers: [String] { [proved ? "proved" : "refused"] }
}
