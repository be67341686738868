import NIOCore

/// When the client of a request goes away: its connection is closed, and nobody is left to answer.
///
/// A client that says that it sends no more (shutdown(2) with SHUT_WR) still waits for its answer. Of a Unix socket
/// that is closed altogether the kernel reports EPOLLHUP, upon which the channel closes, whatever it was doing.
struct Departure: Sendable {
    /// nil for a request that came over no connection.
    private let closing: EventLoopFuture<Void>?

    init() { closing = nil }

    init(of channel: any Channel) { closing = channel.closeFuture }

    /// Calls `body` once the client has gone; at once when it has gone already.
    func whenGone(_ body: @escaping @Sendable () -> Void) { closing?.whenComplete { _ in body() } }

    /// The answer of `work`, which is cancelled when the client goes away; throws `CancellationError` then.
    func cancelling<Answer: Sendable>(
        _ work: @escaping @Sendable () async throws -> Answer
    ) async throws -> Answer {
        let (presence, signal) = AsyncStream.makeStream(of: Void.self)
        whenGone { signal.finish() }
        return try await withThrowingTaskGroup(of: Answer?.self) { group in
            defer { group.cancelAll() }
            group.addTask { try await work() }
            group.addTask {
                for await _ in presence {}
                return nil
            }
            // Whichever ends first: the work with its answer, or the presence of the client with none.
            guard let answer = try await group.next() ?? nil else { throw CancellationError() }
            return answer
        }
    }
}
