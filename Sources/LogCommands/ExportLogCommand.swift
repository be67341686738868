import ArgumentParser
import CommandBasics
import DaemonClient
import Localization
import LogProof
import Terminal
import Wire

struct ExportLogCommand: DaemonCommand {
    static var asks: [EndpointOutline] {
        [
            API.Log.checkpoint.outline, API.Log.proveConsistency.outline, API.LogKeys.show.outline,
            API.Log.entryTile.outline,
        ]
    }

    static let configuration = CommandConfiguration(
        commandName: "export",
        abstract: Message("Export the log to a directory that other programs can verify."),
        discussion: Message(
            """
            The layout follows C2SP tlog-tiles: “checkpoint”, the tree below “tile”, the entries below “tile/entries”; \
            “checkpoint.changes” leads from each key of the log to the next. The export contains commitments to texts \
            about people and cases, not the texts. Exporting to the same directory again adds new entries and repairs \
            damaged files; it is refused when the log did not only grow. “outguide log verify --export” verifies an \
            export.

            Example:
              outguide log export /srv/audit/outguide
            """
        )
    )

    @Argument(
        help: ArgumentHelp(
            Message("The directory; created if missing."),
            valueName: Message("directory", context: "value")
        )
    ) var directory: String
    @OptionGroup var global: GlobalOptions

    func run(_ daemon: DaemonClient, _ output: Output) async throws {
        let (signed, bytes) = try await daemon.checkpoint()
        let target = TileDirectory(path: directory)
        try await checkGrowth(of: target, to: signed, daemon)
        let changes = try await daemon.ask(API.LogKeys.show).changes.joined(separator: "\n")
        var writing = ExportWriting(target: target, isFresh: await target.read(Tile.checkpointPath) == nil)
        let size = signed.checkpoint.head.size
        let bar = await ProgressBar(output)
        for tile in try TileSequence(ofTreeSize: size) where tile.content == .entries {
            await bar?.show("exporting", done: tile.members.upperBound, of: size)
            try await writing.take(tile, from: daemon)
        }
        try await writing.finish(at: signed.checkpoint.head)
        await bar?.clear()
        if !changes.isEmpty { try await target.write(Array(changes.utf8), to: ExportedLog.changesPath) }
        // The checkpoint is written last, so that a reader never finds one without its tiles.
        try await target.write(bytes, to: Tile.checkpointPath)
        try await output.show(ExportedLog(directory: directory, entries: size, newTiles: writing.written))
    }

    /// Checks that an earlier export may be extended.
    ///
    /// It is evidence: if the log did not only grow since, the export must stay unchanged.
    private func checkGrowth(of target: TileDirectory, to later: SignedCheckpoint, _ daemon: DaemonClient) async throws
    {
        guard let bytes = await target.read(Tile.checkpointPath) else { return }
        let earlier: SignedCheckpoint
        do {
            earlier = try SignedCheckpoint(parsing: bytes)
        } catch {
            throw refusal(Message("its checkpoint cannot be read (\(error.description, "reason"))"))
        }
        let (old, new) = (earlier.checkpoint, later.checkpoint)
        guard old.origin == new.origin else {
            throw refusal(Message("it holds the log \(old.origin, "earlier"), and this is \(new.origin, "log")"))
        }
        guard old.head != new.head else { return }
        guard old.head.size < new.head.size else {
            let (held, size) = (Int(old.head.size), Int(new.head.size))
            throw suspicion(Message("it holds \(held, "held") entries, the log has \(size, "count")"))
        }
        let proof = try await daemon.fetch(API.Log.proveConsistency, bytes)
        let verdict = try DaemonClient.understood { try ConsistencyBundle(parsing: proof).verify(trusting: []) }
        guard let failed = verdict.findings.first(where: { $0.outcome == .failed }) else { return }
        throw suspicion(Message("nothing shows that the log only grew since (\(failed.sentence, "reason"))"))
    }

    /// The failure for an export that is of another log or damaged.
    private func refusal(_ reason: Message) -> CommandFailure {
        CommandFailure(
            .refused,
            Message(
                "cannot add to \(directory, "directory"): \(reason, "reason"); keep it as it is, and export into another "
                    + "directory"
            )
        )
    }

    /// The failure for an export that contradicts the log.
    private func suspicion(_ reason: Message) -> CommandFailure {
        CommandFailure(
            .refused,
            Message(
                "cannot add to \(directory, "directory"): \(reason, "reason"); keep it as it is, and export into another "
                    + "directory, and show it to the auditor"
            )
        )
    }
}

/// A log that was exported to a directory.
struct ExportedLog: Presentable, Encodable {
    /// The file in an export with the checkpoints that two keys signed.
    static let changesPath = "checkpoint.changes"

    let directory: String
    let entries: Int64
    /// The number of files that were missing or not correct before.
    let newTiles: Int

    var lines: [StyledText] {
        let files = Message("{count} new file", plural: "{count} new files", count: newTiles)
        return [
            StyledText(
                Message(
                    "exported {count} entry into \(directory, "directory") (\(files, "files"))",
                    plural: "exported {count} entries into \(directory, "directory") (\(files, "files"))",
                    count: Int(entries)
                )
            )
        ]
    }

    var identifiers: [String] { [directory] }
}
