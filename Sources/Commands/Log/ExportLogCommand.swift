import ArgumentParser
import DaemonClient
import LogProof

struct ExportLogCommand: DaemonCommand {
    static let configuration = CommandConfiguration(
        commandName: "export",
        abstract: "Write the whole log into a directory that other programs can check.",
        discussion: """
            The files are laid out as C2SP tlog-tiles says: “checkpoint”, the tree below “tile”, the entries below \
            “tile/entries”. The texts about people and cases are not in them, only what commits to them. Exporting into \
            the same directory again adds what is new.

            Example:
              outguide log export /srv/audit/outguide
            """
    )

    @Argument(help: ArgumentHelp("The directory; it is made when it is not there.", valueName: "directory"))
    var directory: String

    @OptionGroup var global: GlobalOptions

    func run(_ daemon: DaemonClient, _ output: Output) async throws {
        let bytes = try await daemon.checkpoint()
        let signed: SignedCheckpoint
        do {
            signed = try SignedCheckpoint(parsing: bytes)
        } catch {
            throw DaemonClientError.malformedAnswer("\(error)")
        }
        let target = TileDirectory(path: directory)
        let size = signed.checkpoint.head.size
        let (total, bar) = (Int64(try TileSequence(ofTreeSize: size).count { _ in true }), await ProgressBar(output))
        var (seen, written) = (Int64(0), 0)
        for tile in try TileSequence(ofTreeSize: size) {
            seen += 1
            await bar?.show("exporting", done: seen, of: total)
            guard await !target.has(tile.path) else { continue }
            try await target.write(try await daemon.tile(tile.path), to: tile.path)
            written += 1
        }
        await bar?.clear()
        // Last, so that a reader never finds a checkpoint whose tiles are missing.
        try await target.write(bytes, to: Tile.checkpointPath)
        try await output.show(ExportedLog(directory: directory, entries: size, newTiles: written))
    }
}
