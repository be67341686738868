import ArgumentParser
import Glibc

/// Tries whether a backup can be restored.
struct VerifyBackupCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify-backup",
        abstract: "Restore a backup into a scratch directory, and say whether everything came out of it.",
        discussion: """
            Goes through every entry twice, as it is in the backup and as it is after the restore, and looks for each \
            document beside the backup. No daemon is asked, and none is disturbed. It needs room for two copies of the \
            log.
            """
    )

    @Argument(help: ArgumentHelp("The backup, or a directory of which the newest is tried.", valueName: "path"))
    var path: String

    @Option(help: "Where to restore it; beside it when absent.", completion: .directory)
    var scratch: String?

    @Flag(help: "Read the documents through too, however many they are.")
    var documents = false

    func run() async throws {
        umask(0o077)
        let file = try BackupTrial.newest(at: path)
        let beside = file.lastIndex(of: "/").map { String(file[..<$0]) } ?? "."
        let trial = BackupTrial(file: file, scratch: scratch ?? beside, readsDocuments: documents)
        let found = try await trial.run()
        print("restored \(found.file): \(found.entries) entries, \(found.documents) files of documents, all sound")
    }
}
