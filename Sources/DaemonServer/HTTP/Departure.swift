import NIOCore

/// Signals that the client of a request has disconnected, so that there is nowhere to send the response.
///
/// A client that only closes its sending side (shutdown(2) with SHUT_WR) still waits for its response. When a Unix
/// socket is closed completely, the kernel reports EPOLLHUP and the channel closes, whatever it was doing.
struct Departure: Sendable {
    /// nil for a request without a connection.
    private let closing: EventLoopFuture<Void>?
    /// Whether cancelled work is waited for, because its result is needed although the client has left.
    private let isAwaited: Bool

    init() { self.init(closing: nil) }

    init(of channel: any Channel) { self.init(closing: channel.closeFuture) }

    private init(closing: EventLoopFuture<Void>?, isAwaited: Bool = false) {
        self.closing = closing
        self.isAwaited = isAwaited
    }

    /// The same signal for work whose result is needed although the client has left.
    ///
    /// Work is cancelled as before, but ``cancelling(_:)`` and ``leaving(_:)`` wait for it to end.
    var awaited: Departure { Departure(closing: closing, isAwaited: true) }

    /// Calls `body` when the client disconnects; immediately when it already has.
    func whenGone(_ body: @escaping @Sendable () -> Void) { closing?.whenComplete { _ in body() } }

    /// Returns the result of `work`.
    ///
    /// When the client disconnects, cancels `work` and throws `CancellationError`.
    func cancelling<Answer: Sendable>(
        _ work: @escaping @Sendable () async throws -> Answer
    ) async throws -> Answer {
        guard !isAwaited else { return try await awaiting(work) }
        let (presence, signal) = AsyncStream.makeStream(of: Void.self)
        whenGone { signal.finish() }
        return try await withThrowingTaskGroup(of: Answer?.self) { group in
            defer { group.cancelAll() }
            group.addTask { try await work() }
            group.addTask {
                for await _ in presence {}
                return nil
            }
            // The first to end wins: the work with its result, or the client's presence with nil.
            guard let answer = try await group.next() ?? nil else { throw CancellationError() }
            return answer
        }
    }

    /// The answer of `work`, which is cancelled when the client goes away, and not waited for.
    ///
    /// It may then go on for as long as it must. Throws `CancellationError` then.
    func leaving<Answer: Sendable>(
        _ work: @escaping @Sendable () async throws -> Answer
    ) async throws -> Answer {
        guard !isAwaited else { return try await awaiting(work) }
        let (results, result) = AsyncStream.makeStream(of: Result<Answer, any Error>.self)
        let task = Task { try await work() }
        Task {
            result.yield(await task.result)
            result.finish()
        }
        whenGone {
            task.cancel()
            result.finish()
        }
        for await answer in results { return try answer.get() }
        task.cancel()
        throw CancellationError()
    }

    private func awaiting<Answer: Sendable>(
        _ work: @escaping @Sendable () async throws -> Answer
    ) async throws -> Answer {
        let task = Task { try await work() }
        whenGone { task.cancel() }
        return try await task.value
    }
}
