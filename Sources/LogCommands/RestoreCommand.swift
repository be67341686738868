import ArgumentParser
import CommandBasics
import DaemonClient
import Glibc
import Localization
package import Terminal
package import Wire

struct RestoreCommand: DaemonCommand {
    static var asks: [EndpointOutline] {
        [
            API.Backups.restore.outline, API.DocumentFiles.list.outline, API.DocumentFiles.store.outline,
            API.Progress.show.outline,
        ]
    }

    static let showsTrust = true
    static let configuration = CommandConfiguration(
        commandName: "restore",
        abstract: Message("Restore the log from a backup."),
        discussion: Message(
            """
            The daemon verifies every entry of the backup, replaces the log with it, and records the restore and its \
            reason. The previous log is kept in a directory of its own, whose name is printed. Expungements ordered \
            since the backup are carried out again.

            If a checkpoint outside the log covers entries that the backup lacks, those entries would be lost for \
            good, and whoever holds that checkpoint could prove it. The restore is then refused without --abandon.

            Missing documents are taken from “documents” beside the backup.

            \(requirement, "requirement")

            Example:
              outguide restore /media/usb/outguide-2026-01-31.backup --reason "disk of the server failed"
            """
        )
    )

    @Argument(
        help: ArgumentHelp(
            Message("A file that “outguide backup” wrote."),
            valueName: Message("file", context: "value")
        ),
        completion: .file()
    )
    var file: String

    @Option(help: ArgumentHelp(Message("The reason, in one line."), valueName: Message("text", context: "value")))
    var reason: String
    @Flag(help: ArgumentHelp(Message("Give up entries that a checkpoint covers and the backup lacks."))) var abandon =
        false
    @OptionGroup var global: GlobalOptions

    func run(_ daemon: DaemonClient, _ output: Output) async throws {
        let pieces = try await FilePieces(path: file)
        let done = try await ProgressBar.following(daemon, output) { name in
            try await daemon.restore(bytes: pieces.bytes, reason: reason, abandons: abandon, as: name) {
                try await pieces.next()
            }
        }
        try await output.show(done)
        try await bringBackDocuments(daemon, output)
    }

    /// Restores missing files of documents from the backup directory.
    ///
    /// Files of expunged documents are not restored, because the log no longer uses them.
    @MainActor private func bringBackDocuments(_ daemon: DaemonClient, _ output: Output) async throws {
        let directory = BackupDirectory(of: file)
        guard directory.hasDocuments else { return }
        var (brought, missing) = (0, 0)
        try await PageReader().follow(API.DocumentFiles.list, of: daemon) { files in
            for file in files where file.bytes == nil {
                guard access(directory.file(file.sha256), F_OK) == 0 else {
                    missing += 1
                    continue
                }
                let bytes = try FileBytes.all(path: directory.file(file.sha256), limit: API.longestDocument)
                try await daemon.store(bytes, as: file)
                brought += 1
            }
        }
        output.remark(
            Message(
                "documents: {count} file brought back",
                plural: "documents: {count} files brought back",
                count: brought
            )
        )
        guard missing == 0 else {
            let path = "\(directory.path)/documents"
            throw CommandFailure(
                .refused,
                Message(
                    "{count} file of documents is neither in the store nor in \(path, "directory"); "
                        + "“outguide document verify” lists the documents",
                    plural: "{count} files of documents are neither in the store nor in \(path, "directory"); "
                        + "“outguide document verify” lists the documents",
                    count: missing
                )
            )
        }
    }
}

extension RestorationResource: Presentable {
    package var lines: [StyledText] {
        var lines = [
            Message(
                "restored {count} entry",
                plural: "restored {count} entries",
                count: Int(entries)
            ).styled(.good)
        ]
        if abandoned > 0 {
            lines.append(
                Message(
                    "gave up {count} entry that checkpoints witness",
                    plural: "gave up {count} entries that checkpoints witness",
                    count: Int(abandoned)
                ).styled(.bad)
            )
        }
        switch expunged {
        case nil:
            let what = Message(
                "the log before cannot be read: expunge again by hand what was expunged after the backup"
            )
            lines.append(Message("attention", context: "verdict").styled(.warning) + "  " + StyledText(what))
        case 0?: break
        case let again?:
            lines.append(
                StyledText(Message("expunged again what was expunged after the backup: \(Int(again), "number")"))
            )
        }
        lines.append(
            StyledText(Message("the log before is in \(keptIn, "directory"); delete it when it is no longer needed"))
        )
        return lines
    }

    package var identifiers: [String] { [String(entry)] }
}
