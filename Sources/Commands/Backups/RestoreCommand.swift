import ArgumentParser
import DaemonClient

struct RestoreCommand: DaemonCommand {
    static let configuration = CommandConfiguration(
        commandName: "restore",
        abstract: "Put a backup into the place of the log.",
        discussion: """
            The daemon goes through every entry of the backup, puts it into the place of the log, and writes into the \
            log that and why it was restored. The log before is kept in a directory of its own, which is named. What \
            was ordered expunged after the backup is expunged again.

            When a checkpoint outside witnesses entries that the backup does not have, they would be given up for good, \
            and everybody who holds that checkpoint can tell. That happens with --abandon only.

            It wants the access of an administrator.

            Example:
              outguide restore /media/usb/outguide-2026-01-31.backup --reason "disk of the server failed"
            """
    )

    @Argument(help: ArgumentHelp("A file that “outguide backup” wrote.", valueName: "file"), completion: .file())
    var file: String

    @Option(help: ArgumentHelp("Why, in one line.", valueName: "text"))
    var reason: String

    @Flag(help: "Give up entries that checkpoints witness and the backup does not have.")
    var abandon = false

    @OptionGroup var global: GlobalOptions

    func run(_ daemon: DaemonClient, _ output: Output) async throws {
        let pieces = try await FilePieces(path: file)
        let done = try await daemon.restore(bytes: pieces.bytes, reason: reason, abandons: abandon) {
            try await pieces.next()
        }
        try await output.show(done)
    }
}
