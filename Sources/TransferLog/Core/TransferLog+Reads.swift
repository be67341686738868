import GRDB
import Localization
import LogTables
import Synchronization
public import Vocabulary

extension TransferLog {
    /// Runs `body` on one snapshot of the log, with the clearance `clearance`.
    ///
    /// It uses a separate reader when ``Pace/current`` is ``Pace/long``. Throws ``TransferLogError``, and what `body`
    /// throws.
    public func read<Answer: Sendable>(
        as clearance: Clearance = .everything,
        _ body: @escaping @Sendable (LogView) throws -> Answer
    ) async throws -> Answer {
        try await read(as: clearance, noting: false) { view, _ in try body(view) }
    }

    /// Runs `body` on one snapshot, and also returns the queries for concealed entities, even if `body` throws.
    public func disclosure<Answer: Sendable>(
        as clearance: Clearance,
        _ body: @escaping @Sendable (LogView) throws -> Answer
    ) async throws -> (answer: Result<Answer, any Error>, disclosures: [Disclosure]) {
        try await read(as: clearance, noting: true) { view, disclosures in
            let answer = Result { try body(view) }.mapError { self.noting(TransferLogError.translating($0)) }
            return (answer, disclosures?.all ?? [])
        }
    }

    private func read<Answer: Sendable>(
        as clearance: Clearance,
        noting isNoting: Bool,
        _ body: @escaping @Sendable (LogView, Disclosures?) throws -> Answer
    ) async throws -> Answer {
        let isWhole = isWhole
        let reading = { @Sendable (db: Database) in
            let disclosures = isNoting ? Disclosures() : nil
            let concealment = isWhole ? .table : try ConcealmentTables.Source(of: db)
            let view = LogView(db: db, clearance: clearance, disclosures: disclosures, concealment: concealment)
            return try body(view, disclosures)
        }
        do {
            return try await snapshot(reading)
        } catch {
            throw noting(TransferLogError.translating(error))
        }
    }

    /// Runs `body` on one snapshot, on a connection for the pace `pace`.
    ///
    /// Throws the reason when nothing can be read, `DatabaseError`, and what `body` throws.
    func snapshot<Answer: Sendable>(
        at pace: Pace = .current,
        _ body: @escaping @Sendable (Database) throws -> Answer
    ) async throws -> Answer {
        let (store, reason) = state.withLock { ($0.store, $0.closedBecause) }
        switch store {
        case .whole(_, _, let readers): return try await readers[pace].read(body)
        case .readable(let reader): return try await reader.read(body)
        case .nothing: throw reason ?? .closed(Message("it is not open"))
        }
    }
}
