import Glibc
import Logging
import Safekeeping
import ServiceLifecycle
import TransferLog
import Vocabulary

/// Checks in the background that the file of each document exists in the store and is unchanged.
///
/// Existence is checked at start and then every few seconds to minutes, depending on the number of files. All files
/// are read in full at start and then repeatedly, at a small fraction of the disk's speed.
struct DocumentAuditService: Service {
    private let log: TransferLog
    private let store: DocumentStore
    private let audit: DocumentAudit
    private let logger: Logger

    init(_ daemon: DaemonParts, logger: Logger) {
        log = daemon.log
        store = daemon.documents
        audit = daemon.documentAudit
        self.logger = logger
    }

    func run() async throws {
        await cancelWhenGracefulShutdown {
            await withTaskGroup(of: Void.self) { group in
                group.addTask {
                    await repeatedly(atLeast: .seconds(5), times: 50, \.obstacle) {
                        let missing = try await count { [store] in access(store.file($0), F_OK) != 0 && errno == ENOENT
                        }
                        report(missing, \.missing, "stored documents are missing")
                    }
                }
                group.addTask {
                    await repeatedly(atLeast: .seconds(60), times: 5, \.readObstacle) {
                        let changed = try await count(isGentle: true) { [store] in Self.isChanged($0, in: store) }
                        report(changed, \.changed, "stored documents are damaged")
                    }
                }
            }
        }
    }

    /// Repeats `pass`, pausing after each run for `times` its duration.
    private func repeatedly(
        atLeast least: Duration,
        times: Int,
        _ obstacle: any WritableKeyPath<DocumentAudit.Result, String?> & Sendable,
        _ pass: () async throws -> Void
    ) async {
        repeat {
            let begun = ContinuousClock.now
            do {
                try await pass()
                audit.update { $0[keyPath: obstacle] = nil }
            } catch {
                if Task.isCancelled { return }
                audit.update { $0[keyPath: obstacle] = "\(error)" }
            }
            guard (try? await Task.sleep(for: max(least, (ContinuousClock.now - begun) * times))) != nil else { return }
        } while true
    }

    private func report(
        _ count: Int,
        _ member: any WritableKeyPath<DocumentAudit.Result, Int> & Sendable,
        _ message: Logger.Message
    ) {
        let former = audit.result[keyPath: member]
        audit.update { $0[keyPath: member] = count }
        guard count != former else { return }
        logger.log(level: count > 0 ? .error : .notice, message, metadata: ["count": "\(count)"])
    }

    /// Counts the files for which `isBad` is true; with `isGentle` the count pauses, to leave most of the disk's time
    /// to others.
    private func count(isGentle: Bool = false, _ isBad: @escaping @Sendable (ContentHash) -> Bool) async throws -> Int {
        var (bad, cursor) = (0, ContentHash?.none)
        while true {
            let page = try await log.read { [cursor] in
                try $0.documentFiles(after: cursor, limit: isGentle ? 16 : 1_000)
            }
            guard let last = page.last else { return bad }
            let begun = ContinuousClock.now
            bad += try await BlockingWork.run { page.count { isBad($0) } }
            cursor = last
            if isGentle { try await Task.sleep(for: (ContinuousClock.now - begun) * 9) }
        }
    }

    /// A missing file is counted by the other pass.
    private static func isChanged(_ hash: ContentHash, in store: DocumentStore) -> Bool {
        do throws(BackupError) {
            return try FileDigest(path: store.file(hash)).sha256 != hash.text
        } catch {
            return access(store.file(hash), F_OK) == 0 || errno != ENOENT
        }
    }
}
