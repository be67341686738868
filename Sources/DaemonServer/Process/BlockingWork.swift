import Dispatch
import Synchronization

/// Runs calls that block on threads of their own, never on those that serve clients.
enum BlockingWork {
    /// What `body` returns or throws.
    static func run<Answer: Sendable>(_ body: @escaping @Sendable () throws -> Answer) async throws -> Answer {
        try await withCheckedThrowingContinuation { continuation in
            DispatchQueue.global().async { continuation.resume(with: Result(catching: body)) }
        }
    }

    /// What `body` returns or throws; its argument says whether the task that waits for it was cancelled meanwhile.
    static func run<Answer: Sendable>(
        _ body: @escaping @Sendable (_ isCancelled: () -> Bool) throws -> Answer
    ) async throws -> Answer {
        let cancellation = Cancellation()
        return try await withTaskCancellationHandler {
            try await run { try body { cancellation.isRequested.withLock { $0 } } }
        } onCancel: {
            cancellation.isRequested.withLock { $0 = true }
        }
    }

    private final class Cancellation: Sendable {
        let isRequested = Mutex(false)
    }
}
