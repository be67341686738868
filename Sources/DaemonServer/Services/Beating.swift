import ServiceLifecycle

/// Hands elements on as they come, with a beat where nothing does, so that a client sees that the daemon is there.
enum Beating {
    /// Elements that may wait; who is slower than that is cut off.
    private static let capacity = 8_192

    /// Runs `produce`, and calls `consume` for each element that it yields, and with nil after each `interval`; ends
    /// when `produce` has ended, when `consume` throws, when the client goes away, or when the daemon is told to stop.
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
                    // Cancelled sleep throws, and the loop ends.
                    try? await Task.sleep(for: interval)
                    continuation.yield(nil)
                }
            }
            for await element in stream.cancelOnGracefulShutdown() { try await consume(element) }
        }
    }
}
