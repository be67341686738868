import ServiceLifecycle

/// Delivers elements as they are produced, and a heartbeat while none are, so that a client sees that the daemon is
/// alive.
enum Beating {
    /// Maximum number of queued elements; a client that falls further behind is disconnected.
    private static let capacity = 8_192

    /// Runs `produce`, and calls `consume` with each element that it yields, and with nil after each `interval`.
    ///
    /// Returns when `produce` ends, when `consume` throws, when the client disconnects, or when the daemon is
    /// stopped.
    static func run<Element: Sendable>(
        every interval: Duration,
        until departure: Departure,
        produce: @escaping @Sendable (_ yield: @Sendable (Element) -> Bool) async -> Void,
        consume: (Element?) async throws -> Void
    ) async throws {
        let (stream, continuation) = AsyncStream.makeStream(
            of: Element?.self,
            bufferingPolicy: .bufferingOldest(capacity)
        )
        departure.whenGone { continuation.finish() }
        try await withThrowingTaskGroup(of: Void.self) { group in
            defer { group.cancelAll() }
            group.addTask {
                await produce { element in
                    if case .enqueued = continuation.yield(element) { true } else { false }
                }
                continuation.finish()
            }
            group.addTask {
                while !Task.isCancelled {
                    // A cancelled sleep throws, and the loop ends.
                    try? await Task.sleep(for: interval)
                    continuation.yield(nil)
                }
            }
            for await element in stream.cancelOnGracefulShutdown() { try await consume(element) }
        }
    }
}
