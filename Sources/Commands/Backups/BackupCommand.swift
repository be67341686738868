import ArgumentParser
import Crypto
import DaemonClient
import Wire

struct BackupCommand: DaemonCommand {
    static let configuration = CommandConfiguration(
        commandName: "backup",
        abstract: "Write a verified copy of the whole log into a file.",
        discussion: """
            Work goes on meanwhile. The daemon copies its log as it is at one instant, goes through every entry of the \
            copy, signs it, and writes into the log that there is a backup. The file is complete once it has its name. \
            It holds names and titles: keep it where only those may look who may look into the log. The key that signs \
            the log is not in it.

            It wants the access of an administrator.

            Example:
              outguide backup /media/usb/outguide-2026-01-31.backup
            """
    )

    @Argument(help: ArgumentHelp("The file to write.", valueName: "file"), completion: .file())
    var file: String

    @OptionGroup var global: GlobalOptions

    func run(_ daemon: DaemonClient, _ output: Output) async throws {
        // Before the daemon goes to work: whether the file can be written at all.
        let draft = try await FileDraft(path: file, mode: 0o600)
        do {
            let backup = try await daemon.makeBackup()
            var (offset, hash) = (Int64(0), SHA256())
            while offset < backup.bytes {
                let part = try await daemon.part(of: backup, from: offset)
                hash.update(data: part)
                try await draft.append(part)
                offset += Int64(part.count)
            }
            let sha256 = hash.finalize().map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
            guard sha256 == backup.sha256 else {
                throw CommandFailure(.inputOutput, "cannot vouch for \(file): it changed on its way; make it again")
            }
            try await draft.finish()
            try await daemon.discard(backup)
            try await output.show(WrittenBackup(path: file, backup: backup))
        } catch {
            await draft.discard()
            throw error
        }
    }
}
