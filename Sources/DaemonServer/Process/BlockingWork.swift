import Dispatch

/// Runs calls that block on threads of their own, never on those that serve clients.
enum BlockingWork {
    /// What `body` returns or throws.
    static func run<Answer: Sendable>(_ body: @escaping @Sendable () throws -> Answer) async throws -> Answer {
        try await withCheckedThrowingContinuation { continuation in
            DispatchQueue.global().async { continuation.resume(with: Result(catching: body)) }
        }
    }
}
