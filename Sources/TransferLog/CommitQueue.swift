import Dispatch
import GRDB
import Synchronization

/// The one writer: changes that wait together share one transaction, and each is answered after its commit.
///
/// A change that throws is undone alone, by its savepoint; a commit that fails fails every change in it.
final class CommitQueue: Sendable {
    /// A change, and how its caller is answered.
    struct Change: Sendable {
        let apply: @Sendable (Database) throws -> Void
        let answer: @Sendable (Result<Void, any Error>) -> Void
    }

    private struct State {
        var waiting: [Change] = []
        var isDraining = false
    }

    private let pool: DatabasePool
    private let capacity: Int
    private let largestBatch: Int
    private let state = Mutex(State())

    /// A queue that refuses more than `capacity` waiting changes and commits at most `largestBatch` together.
    init(pool: DatabasePool, capacity: Int, largestBatch: Int) {
        self.pool = pool
        self.capacity = capacity
        self.largestBatch = largestBatch
    }

    /// Queues `change`, or answers it with ``TransferLogError/busy`` at once.
    func submit(_ change: Change) {
        enum Verdict {
            case refused
            case queued(startDraining: Bool)
        }
        let verdict: Verdict = state.withLock { state in
            guard state.waiting.count < capacity else { return .refused }
            state.waiting.append(change)
            let mustStart = !state.isDraining
            state.isDraining = true
            return .queued(startDraining: mustStart)
        }
        switch verdict {
        case .refused: change.answer(.failure(TransferLogError.busy))
        case .queued(startDraining: true): drainOnWriter()
        case .queued(startDraining: false): break
        }
    }

    private func drainOnWriter() {
        pool.asyncWriteWithoutTransaction { [self] db in
            while let batch = nextBatch() { commit(batch, in: db) }
        }
    }

    private func nextBatch() -> [Change]? {
        state.withLock { state in
            guard !state.waiting.isEmpty else {
                state.isDraining = false
                return nil
            }
            let batch = Array(state.waiting.prefix(largestBatch))
            state.waiting.removeFirst(batch.count)
            return batch
        }
    }

    private func commit(_ batch: [Change], in db: Database) {
        var results: [Result<Void, any Error>] = []
        results.reserveCapacity(batch.count)
        do {
            try db.inTransaction(.immediate) {
                for change in batch { results.append(attempt(change, in: db)) }
                return .commit
            }
        } catch {
            let failure = Result<Void, any Error>.failure(TransferLogError.translating(error))
            for change in batch { change.answer(failure) }
            return
        }
        for (change, result) in zip(batch, results) { change.answer(result) }
    }

    private func attempt(_ change: Change, in db: Database) -> Result<Void, any Error> {
        do {
            try db.inSavepoint {
                try change.apply(db)
                return .commit
            }
            return .success(())
        } catch {
            return .failure(TransferLogError.translating(error))
        }
    }
}
