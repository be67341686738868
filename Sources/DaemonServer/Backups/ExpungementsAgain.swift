import Circulation
import Records
import TransferLog

/// What was ordered expunged after a backup was made, and would come back with it.
struct ExpungementsAgain: Sendable {
    private let log: TransferLog
    private let entries: Int64
    private let copy: TransferLog
    private let circulation: Circulation

    /// - Parameters:
    ///   - log: the log that is about to be replaced.
    ///   - entries: how many of its entries are in `copy`.
    ///   - copy: the log that takes its place.
    init(of log: TransferLog, from entries: Int64, in copy: TransferLog, settings: CirculationSettings) {
        self.log = log
        self.entries = entries
        self.copy = copy
        circulation = Circulation(log: copy, settings: settings)
    }

    /// Asks again for what was asked for, and carries out again what was carried out.
    ///
    /// Returns what was expunged again, and the files that belong to nothing any more; nil when the log before cannot be
    /// read, or is another one.
    func carryOut() async throws -> (expunged: Int, files: [ContentHash])? {
        guard let later = try? await laterExpungements() else { return nil }
        var newest: [RecordID: Expungement] = [:]
        for case .expunged(let expungement) in later.map(\.fact) { newest[expungement.subject] = expungement }
        var expunged = 0
        var files: Set<ContentHash> = []
        for (subject, expungement) in newest.sorted(by: { $0.key < $1.key }) {
            guard let record = try await copy.read({ try $0.record(subject) }) else { continue }
            let daemon = Attribution(principal: .daemon)
            if try await copy.read({ try $0.expungementRequest(for: subject) }) == nil {
                _ = try await circulation.requestExpungement(
                    of: record.barcode,
                    order: try FreeText(expungement.order ?? "ordered before the restore"),
                    reason: try FreeText(expungement.reason ?? "ordered before the restore"),
                    by: daemon
                )
            }
            if expungement.stage != .requested {
                let line = try await circulation.expunge(record.barcode, by: daemon)
                // A number that was somebody's own is not its number any more.
                files.formUnion(try await circulation.documentHashes(of: line.subject?.barcode ?? record.barcode))
                expunged += 1
            }
        }
        return (expunged, try await circulation.unattached(files))
    }

    /// The entries about expungements after the backup, when both are one log up to there.
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
