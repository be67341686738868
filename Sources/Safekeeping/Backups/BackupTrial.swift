import Circulation
import FoundationEssentials
import Glibc
import Localization
import TransferLog
import Vocabulary

/// Tests a backup by restoring it into a scratch directory, and verifies the result.
public struct BackupTrial: Sendable {
    /// The verified contents.
    public struct Findings: Sendable, Hashable {
        public let file: String
        public let entries: Int64
        public let documents: Int
    }

    /// The path of the backup.
    public let file: String
    /// A directory with room for two copies of the backup.
    public let scratch: String
    /// Whether documents are read in full, rather than only checked for existence.
    public let readsDocuments: Bool

    public init(file: String, scratch: String, readsDocuments: Bool) {
        self.file = file
        self.scratch = scratch
        self.readsDocuments = readsDocuments
    }

    private var directory: String { file.lastIndex(of: "/").map { String(file[..<$0]) } ?? "." }

    /// The backup at `path`, or the newest one if `path` is a directory.
    ///
    /// - Throws: ``BackupError`` if the directory has no backup.
    public static func newest(at path: String) throws(BackupError) -> String {
        guard let names = try? FileManager.default.contentsOfDirectory(atPath: path) else { return path }
        guard let newest = names.filter({ $0.hasPrefix("outguide-") && $0.hasSuffix(".backup") }).max() else {
            throw .files(path: path, reason: Message("there is no backup in it"))
        }
        return path + "/" + newest
    }

    /// Restores the backup, verifies the log and its documents, and removes the scratch directory again.
    ///
    /// Throws ``BackupError``, and the errors of the lock, the state directory, the checkpoints and the log.
    public func run() async throws -> Findings {
        let lock = try ExclusiveLock(path: scratch + "/.trial.lock")
        defer { withExtendedLifetime(lock) {} }
        let trial = Directory(path: scratch + "/.trial")
        // Removes the remains of an interrupted trial.
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

    /// The log as it would be after the restore, and the number of its entries from the backup.
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
                    throw BackupError.files(path: file, reason: error.asMessage)
                }
            }
        }
        return (log, done.entries)
    }

    /// Checks that every file the log refers to is beside the backup, except those expunged since.
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
            throw BackupError.unsound(problem: Message("the document \(hash, "hash") is not beside it"))
        }
        guard readsDocuments else { return }
        do throws(DocumentStoreError) {
            try store.check(hash, bytes: bytes)
        } catch {
            throw BackupError.unsound(problem: error.message)
        }
    }
}
