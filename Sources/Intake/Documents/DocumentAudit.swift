import Glibc
package import Localization
import Logging
import Safekeeping
import ServiceLifecycle
import Synchronization
import TransferLog
package import Vocabulary

/// The results so far of checking the stored documents for missing and damaged files.
package final class DocumentAudit: Sendable {
    package struct Result: Sendable, Hashable {
        /// Files that are missing.
        package var missing = 0
        /// Files that differ from what was stored, or cannot be read.
        package var changed = 0
        /// Why the last pass for missing documents, and the last pass for damaged ones, failed.
        var obstacle: Message?
        var readObstacle: Message?

        /// Whether the counts are reduced to 0 or 1, because some of the files belong to entities that are concealed
        /// from the caller.
        private(set) var isRounded = false

        /// The result for a caller; any nonzero count becomes 1 unless the caller sees everything.
        package func shown(to clearance: Clearance) -> Result {
            guard clearance < .everything else { return self }
            var shown = self
            shown.missing = min(missing, 1)
            shown.changed = min(changed, 1)
            shown.isRounded = true
            return shown
        }

        /// A description of the problems; nil when there are none.
        var trouble: Message? {
            let obstacle = (obstacle ?? readObstacle).map { reason in
                Message("cannot look for stored documents: \(reason, "reason")")
            }
            let parts = [lacking, damaged, obstacle].compactMap(\.self)
            guard parts.count > 1 else { return parts.first }
            return Message("\(.series(parts.map { .message($0) }, separator: ", "), "troubles")")
        }

        private var lacking: Message? {
            guard missing > 0 else { return nil }
            return isRounded
                ? Message("stored documents are missing")
                : Message("{count} document is missing", plural: "{count} documents are missing", count: missing)
        }

        private var damaged: Message? {
            guard changed > 0 else { return nil }
            return isRounded
                ? Message("stored documents are damaged")
                : Message("{count} document is damaged", plural: "{count} documents are damaged", count: changed)
        }
    }

    private let state = Mutex(Result())

    package var result: Result { state.withLock { $0 } }

    /// The problems visible to the caller, alone and with the remedy; nil when there are none.
    package func trouble(shownTo clearance: Clearance) -> (what: Message, message: Message)? {
        result.shown(to: clearance).trouble.map { ($0, Message("\($0, "what"); \(Self.remedy, "remedy")")) }
    }

    package static let remedy = Message(
        "“outguide document verify” names them; bring them back with “outguide restore” or from a backup"
    )

    func update(_ change: (inout Result) -> Void) { state.withLock { change(&$0) } }
}

/// Checks in the background that the file of each document exists in the store and is unchanged.
///
/// Existence is checked at start and then every few seconds to minutes, depending on the number of files. All files
/// are read in full at start and then repeatedly, at a small fraction of the disk's speed.
struct DocumentAuditService: Service {
    let log: TransferLog
    let store: DocumentStore
    let audit: DocumentAudit
    let logger: Logger

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
        _ obstacle: any WritableKeyPath<DocumentAudit.Result, Message?> & Sendable,
        _ pass: () async throws -> Void
    ) async {
        repeat {
            let begun = ContinuousClock.now
            do {
                try await pass()
                audit.update { $0[keyPath: obstacle] = nil }
            } catch {
                if Task.isCancelled { return }
                audit.update { $0[keyPath: obstacle] = error.asMessage }
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
