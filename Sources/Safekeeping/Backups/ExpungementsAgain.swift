import Circulation
import TransferLog
import Vocabulary

/// Repeats expungements ordered after a backup, which restoring it would otherwise undo.
struct ExpungementsAgain: Sendable {
    private let log: TransferLog
    private let entries: Int64
    private let copy: TransferLog
    private let circulation: Circulation

    /// - Parameters:
    ///   - log: the log about to be replaced.
    ///   - entries: how many of its entries are in `copy`.
    ///   - copy: the log that replaces it.
    init(of log: TransferLog, from entries: Int64, in copy: TransferLog, settings: CirculationSettings) {
        self.log = log
        self.entries = entries
        self.copy = copy
        circulation = Circulation(log: copy, settings: settings)
    }

    /// Repeats the requests, and executes again the expungements that were executed.
    ///
    /// Returns the number of repeated expungements and the files that no longer belong to any entity; nil when the
    /// replaced log cannot be read, or does not contain the entries of the backup.
    func carryOut() async throws -> (expunged: Int, files: [ContentHash])? {
        guard let later = try? await laterExpungements() else { return nil }
        var newest: [EntityID: Expungement] = [:]
        for case .expunged(let expungement) in later.map(\.fact) { newest[expungement.subject] = expungement }
        var expunged = 0
        var files: Set<ContentHash> = []
        for (subject, expungement) in newest.sorted(by: { $0.key < $1.key }) {
            guard let entity = try await copy.read({ try $0.entity(subject) }) else { continue }
            let daemon = Attribution(principal: .daemon)
            if try await copy.read({ try $0.expungementRequest(for: subject) }) == nil {
                _ = try await circulation.requestExpungement(
                    of: entity.barcode,
                    order: try FreeText(expungement.order ?? "ordered before the restore"),
                    reason: try FreeText(expungement.reason ?? "ordered before the restore"),
                    by: daemon
                )
            }
            if expungement.stage != .requested {
                let line = try await circulation.expunge(entity.barcode, by: daemon)
                // An entity with a foreign barcode gets a minted one when it is expunged, so the subject's barcode
                // comes first.
                files.formUnion(try await circulation.documentHashes(of: line.subject?.barcode ?? entity.barcode))
                expunged += 1
            }
        }
        return (expunged, try await circulation.unattached(files))
    }

    /// The expungement entries after the backup, if both logs agree up to there.
    private func laterExpungements() async throws -> [Entry]? {
        let size = entries
        let head = try await copy.read { try $0.treeHead(size: size) }
        return try await log.read { view in
            let newest = try view.newestEntry()?.rawValue ?? 0
            guard newest >= size else { return [] }
            guard try view.treeHead(size: size) == head else { return nil }
            return try view.expungements(after: EntryNumber(rawValue: size))
        }
    }
}
