import Dispatch
import Synchronization

/// Runs blocking calls on separate threads, never on those that serve clients.
public enum BlockingWork {
    /// Runs `body` and returns its result.
    ///
    /// Throws what `body` throws.
    public static func run<Answer: Sendable>(_ body: @escaping @Sendable () throws -> Answer) async throws -> Answer {
        try await withCheckedThrowingContinuation { continuation in
            DispatchQueue.global().async { continuation.resume(with: Result(catching: body)) }
        }
    }

    /// Runs `body` and returns its result; its argument reports whether the waiting task was cancelled.
    ///
    /// Throws what `body` throws.
    public static func run<Answer: Sendable>(
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
