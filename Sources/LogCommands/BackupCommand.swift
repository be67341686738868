import ArgumentParser
import CommandBasics
import DaemonClient
import Glibc
import Localization
import Terminal
import Wire

struct BackupCommand: DaemonCommand {
    static var asks: [EndpointOutline] {
        [
            API.Backups.create.outline, API.Backups.read.outline, API.Backups.delete.outline,
            API.DocumentFiles.list.outline, API.DocumentFiles.read.outline, API.Progress.show.outline,
        ]
    }

    static let configuration = CommandConfiguration(
        commandName: "backup",
        abstract: Message("Back up the log to a file, or log and documents to a directory."),
        discussion: Message(
            """
            The daemon copies its log as of one instant, verifies every entry of the copy, signs it, and records the \
            backup in the log. Work continues meanwhile. The file has its final name only when it is complete. It \
            contains names and titles, so store it where only people with access to the log can read it. It does not \
            contain the signing key.

            With --rotate, the backup is named after the time and placed in the given directory. Documents are copied \
            to “documents” there, each once; expunged ones are removed from it, and so are old backups. \
            outguided-backup.timer does this each night.

            \(requirement, "requirement")

            Examples:
              outguide backup /media/usb/outguide-2026-01-31.backup
              outguide backup --rotate --keep 14 --days 90 /mnt/backup/outguide
            """
        )
    )

    @Argument(
        help: ArgumentHelp(
            Message("The file to write; with --rotate the directory."),
            valueName: Message("file", context: "value")
        ),
        completion: .file()
    )
    var file: String

    @Flag(help: ArgumentHelp(Message("Keep dated backups and documents in a directory."))) var rotate = false
    @Option(
        help: ArgumentHelp(
            Message("With --rotate: keep at least this many backups."),
            valueName: Message("number", context: "value")
        )
    ) var keep = 14
    @Option(
        help: ArgumentHelp(
            Message("With --rotate: keep the backups of this many days."),
            valueName: Message("number", context: "value")
        )
    ) var days = 90
    @OptionGroup var global: GlobalOptions

    func validate() throws {
        if keep < 1 { throw ValidationError("--keep needs a number from 1 on") }
        if !(0...36_500).contains(days) { throw ValidationError("--days needs a number from 0 to 36500") }
    }

    func run(_ daemon: DaemonClient, _ output: Output) async throws {
        if rotate { return try await keepBackups(daemon, output) }
        // Opens the file before the daemon starts working, so that an unwritable one fails early.
        let draft = try await FileDraft(path: file, mode: 0o600)
        do {
            let backup = try await FetchedBackup(daemon: daemon, output: output).log(into: draft, named: file)
            try await draft.finish()
            try await daemon.ask(API.Backups.delete, at: backup.name)
            try await output.show(WrittenBackup(path: file, backup: backup))
        } catch {
            await draft.discard()
            throw error
        }
    }

    @MainActor private func keepBackups(_ daemon: DaemonClient, _ output: Output) async throws {
        let directory = BackupDirectory(path: file)
        let fetched = FetchedBackup(daemon: daemon, output: output)
        let draft = try FileDraft(path: directory.path + "/next", mode: 0o600)
        let backup: BackupResource
        do {
            backup = try await fetched.log(into: draft, named: directory.path)
            guard BackupRetention.isBackup(backup.name) else {
                throw DaemonClientError.malformedAnswer("a backup with a name that is none")
            }
            try draft.finish(as: directory.path + "/" + backup.name)
        } catch {
            draft.discard()
            throw error
        }
        try await daemon.ask(API.Backups.delete, at: backup.name)
        let documents = try await takeDocuments(fetched, directory)
        let expired = BackupRetention(count: keep, days: days).expired(try directory.backups(), at: time(nil))
        for name in expired { try directory.remove(name) }
        let written = WrittenBackup(path: directory.path + "/" + backup.name, backup: backup)
        try output.show(KeptBackup(backup: written, documents: documents, backupsRemoved: expired.count))
        guard documents.missing == 0 else {
            throw CommandFailure(
                .refused,
                Message(
                    "{count} file of documents is neither in the store nor in \(directory.path, "directory"); "
                        + "“outguide document verify” lists the documents",
                    plural:
                        "{count} files of documents are neither in the store nor in \(directory.path, "directory"); "
                        + "“outguide document verify” lists the documents",
                    count: documents.missing
                )
            )
        }
    }

    /// Copies the files of documents that are missing in the backup, and removes those that the log no longer uses.
    @MainActor private func takeDocuments(
        _ fetched: FetchedBackup,
        _ directory: BackupDirectory
    ) async throws -> KeptBackup.Documents {
        var (kept, copied, missing) = (Set<String>(), 0, 0)
        let bar = ProgressBar(fetched.output)
        defer { bar?.clear() }
        try await PageReader().follow(API.DocumentFiles.list, of: fetched.daemon) { files in
            for file in files {
                kept.insert(file.sha256)
                bar?.show("documents", done: Int64(kept.count), of: nil)
                if let bytes = file.bytes {
                    guard !directory.has(file.sha256, bytes: bytes) else { continue }
                    try await fetched.document(file, into: directory)
                    copied += 1
                } else if access(directory.file(file.sha256), F_OK) != 0 {
                    missing += 1
                }
            }
        }
        let removed = try directory.removeDocuments(but: kept)
        return KeptBackup.Documents(kept: kept.count - missing, copied: copied, removed: removed, missing: missing)
    }
}
