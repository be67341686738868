import ArgumentParser
import Glibc
import Safekeeping
import Synchronization
import TransferLog
import Wire

/// Tests whether a backup can be restored.
struct VerifyBackupCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify-backup",
        abstract: "Test-restore a backup in a scratch directory.",
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
        let meter = isatty(STDERR_FILENO) == 1 ? Self.meter() : nil
        let found = try await WorkMeter.$current.withValue(meter) { try await trial.run() }
        if meter != nil { Self.show("") }
        print("restored \(found.file): \(found.entries) entries, \(found.documents) files of documents, all sound")
    }

    /// Shows progress on the terminal; at most ten updates a second, each overwriting the last.
    private static func meter() -> WorkMeter {
        let start = ContinuousClock.now
        let state = Mutex((line: ProgressLine(), shown: Duration.seconds(-1)))
        return WorkMeter { progress in
            let elapsed = ContinuousClock.now - start
            let work = ProgressResource(stage: progress.stage.rawValue, done: progress.done, total: progress.total)
            state.withLock { state in
                let text = state.line.text(for: work, after: elapsed)
                guard elapsed - state.shown > .milliseconds(100) || progress.done == 0 else { return }
                state.shown = elapsed
                show(text)
            }
        }
    }

    /// Overwrites the current line of the terminal (ECMA-48, erase in line).
    private static func show(_ text: String) {
        _ = "\r\(text.prefix(79))\u{1B}[K".withCString { write(STDERR_FILENO, $0, strlen($0)) }
    }
}
