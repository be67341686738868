import Circulation
import FoundationEssentials
import Glibc
import Records
import TransferLog

/// Restores a backup into a scratch directory, as far as a restore goes, and looks at what came out.
struct BackupTrial: Sendable {
    /// What was found to be whole.
    struct Findings: Sendable, Hashable {
        let file: String
        let entries: Int64
        let documents: Int
    }

    /// The backup.
    let file: String
    /// Where there is room for two copies of it.
    let scratch: String
    /// Whether documents are read through, and not only looked for.
    let readsDocuments: Bool

    private var directory: String { file.lastIndex(of: "/").map { String(file[..<$0]) } ?? "." }

    /// The backup at `path`, or the newest in the directory there.
    static func newest(at path: String) throws(BackupError) -> String {
        guard let names = try? FileManager.default.contentsOfDirectory(atPath: path) else { return path }
        guard let newest = names.filter({ $0.hasPrefix("outguide-") && $0.hasSuffix(".backup") }).max() else {
            throw .files(path: path, reason: "there is no backup in it")
        }
        return path + "/" + newest
    }

    func run() async throws -> Findings {
        let lock = try ExclusiveLock(path: scratch + "/.trial.lock")
        defer { withExtendedLifetime(lock) {} }
        let trial = Directory(path: scratch + "/.trial")
        // What a trial that was interrupted left.
        try trial.remove()
        defer { try? trial.remove() }
        try DiskRoom.check(try FileSize.bytes(of: file) * 2, in: scratch)
        let (log, entries) = try await restored(into: try StateDirectory(path: trial.path))
        let verified = try await log.verify()
        if let problem = verified.problems.first { throw BackupError.unsound(problem: problem) }
        let documents = try await checkDocuments(of: log)
        try await BlockingWork.run { try log.close() }
        return Findings(file: file, entries: entries, documents: documents)
    }

    /// The log that a daemon of its own would have after the restore, and how many of its entries were in the backup.
    private func restored(into directory: StateDirectory) async throws -> (log: TransferLog, entries: Int64) {
        let log = try TransferLog(path: directory.log)
        let keys = SigningKeys(directory: directory)
        let outside = [CheckpointFile(path: directory.checkpoint)]
        let restores = RestoreKeeper(
            log: log,
            checkpoints: CheckpointKeeper(log: log, keys: keys, files: outside),
            keys: keys,
            outside: outside,
            directory: directory,
            settings: CirculationSettings()
        )
        let daemon = Attribution(principal: .daemon)
        let done = try await restores.restore(reason: try FreeText("trial"), abandons: false, by: daemon) {
            [file] path in
            try await BlockingWork.run {
                do {
                    try FileManager.default.copyItem(atPath: file, toPath: path)
                } catch {
                    throw BackupError.files(path: file, reason: "\(error)")
                }
            }
        }
        return (log, done.entries)
    }

    /// Every file that the log has pages of lies beside the backup, but for those expunged since.
    private func checkDocuments(of log: TransferLog) async throws -> Int {
        let store = DocumentStore(path: directory + "/documents")
        var (count, cursor) = (0, ContentHash?.none)
        while true {
            let page = try await log.read { [cursor] in try $0.documentFiles(after: cursor, limit: 1_000) }
            try await BlockingWork.run { for hash in page { try check(hash, in: store) } }
            count += page.count
            guard let last = page.last else { return count }
            cursor = last
        }
    }

    private func check(_ hash: ContentHash, in store: DocumentStore) throws {
        let bytes: Int64
        do throws(BackupError) {
            bytes = try FileSize.bytes(of: store.file(hash))
        } catch {
            throw BackupError.unsound(problem: "the document \(hash) is not beside it")
        }
        guard readsDocuments else { return }
        do throws(DocumentStoreError) {
            try store.check(hash, bytes: bytes)
        } catch {
            throw BackupError.unsound(problem: error.description)
        }
    }
}
