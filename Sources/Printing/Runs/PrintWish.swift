import Synchronization

/// Whether a running batch is still wanted.
final class PrintWish: Sendable {
    private struct State {
        var isCancelled = false
        /// A wait that ends when the batch is cancelled.
        var waiting: Task<Void, any Error>?
    }

    private let state = Mutex(State())

    var isCancelled: Bool { state.withLock { $0.isCancelled } }

    func cancel() {
        let waiting = state.withLock { state in
            state.isCancelled = true
            return state.waiting
        }
        waiting?.cancel()
    }

    /// Runs `body`, which is cancelled with the batch or with the task; rethrows its errors.
    func wait(for body: @escaping @Sendable () async throws -> Void) async throws {
        let task = Task { try await body() }
        let isCancelled = state.withLock { state in
            state.waiting = task
            return state.isCancelled
        }
        if isCancelled { task.cancel() }
        defer { state.withLock { $0.waiting = nil } }
        try await withTaskCancellationHandler {
            try await task.value
        } onCancel: {
            task.cancel()
        }
    }
}
