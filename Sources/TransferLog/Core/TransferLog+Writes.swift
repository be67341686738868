import GRDB
import Synchronization
public import Vocabulary

extension TransferLog {
    /// Runs `body` in a transaction, and returns its result after the commit.
    ///
    /// If `body` throws, its changes are rolled back and the error is rethrown. Its view has the clearance `clearance`;
    /// `note` receives the queries for concealed entities, on the writer's queue.
    public func write<Answer: Sendable>(
        as clearance: Clearance = .everything,
        noting note: (@Sendable ([Disclosure]) -> Void)? = nil,
        _ body: @escaping @Sendable (LogTransaction) throws -> Answer
    ) async throws -> Answer {
        let queue = try writableQueue()
        return try await withCheckedThrowingContinuation { continuation in
            submit(body, as: clearance, noting: note, to: queue) { continuation.resume(with: $0) }
        }
    }

    /// Runs `first` in a transaction and, after its commit, `second` in another one with the result of `first`.
    ///
    /// An error of `second` is returned rather than thrown, because the changes of `first` remain. Throws
    /// ``TransferLogError``, and what `first` throws.
    public func write<First: Sendable, Second: Sendable>(
        as clearance: Clearance = .everything,
        _ first: @escaping @Sendable (LogTransaction) throws -> First,
        then second: @escaping @Sendable (LogTransaction, First) throws -> Second
    ) async throws -> (First, Result<Second, any Error>) {
        let queue = try writableQueue()
        return try await withCheckedThrowingContinuation { continuation in
            submit(first, as: clearance, to: queue) { [self] result in
                switch result {
                case .failure(let error): continuation.resume(throwing: error)
                case .success(let answer):
                    submit({ try second($0, answer) }, as: clearance, to: queue) {
                        continuation.resume(returning: (answer, $0))
                    }
                }
            }
        }
    }

    /// Calls `finish` on the writer's queue after the commit or the rollback.
    private func submit<Answer: Sendable>(
        _ body: @escaping @Sendable (LogTransaction) throws -> Answer,
        as clearance: Clearance,
        noting notice: (@Sendable ([Disclosure]) -> Void)? = nil,
        to queue: CommitQueue,
        finish: @escaping @Sendable (Result<Answer, any Error>) -> Void
    ) {
        let result = Mutex<(answer: Answer, entries: [Entry])?>(nil)
        let firstKey = state.withLock { $0.firstKey }
        let change = CommitQueue.Change { [clock, salts, memory] db in
            let disclosures = notice.map { _ in Disclosures() }
            defer { if let notice, let seen = disclosures?.all, !seen.isEmpty { notice(seen) } }
            let transaction = LogTransaction(
                db: db,
                clock: clock,
                salts: salts,
                firstKey: firstKey,
                tip: memory.tip,
                clearance: clearance,
                disclosures: disclosures
            )
            let answer = try body(transaction)
            memory.keep(transaction.tip)
            result.withLock { $0 = (answer, transaction.appended) }
        } answer: { [self] outcome in
            switch (outcome, result.withLock { $0 }) {
            case (.success, let committed?):
                // A change without entries may not have written anything.
                if !committed.entries.isEmpty { noteRecovery() }
                publish(committed.entries)
                finish(.success(committed.answer))
            case (.failure(let error), _):
                note(error)
                finish(.failure(error))
            case (.success, nil):
                finish(.failure(TransferLogError.database("a change was committed without a result")))
            }
        }
        queue.submit(change)
    }

    private func writableQueue() throws(TransferLogError) -> CommitQueue {
        let (store, reason) = state.withLock { ($0.store, $0.closedBecause) }
        guard reason == nil, case .whole(_, let queue, _) = store else { throw reason.asClosed }
        return queue
    }
}
