import NIOCore
import NIOEmbedded
import Synchronization
import Testing
import Wire

@testable import DaemonServer

/// What is done for a client ends with its connection.
@Suite(.timeLimit(.minutes(1))) struct DepartureTests {
    private static let endless = Duration.seconds(3_600)

    @Test func workIsCancelledWhenTheClientHasGone() async throws {
        let channel = NIOAsyncTestingChannel()
        let departure = Departure(of: channel)
        let (begun, signal) = AsyncStream.makeStream(of: Void.self)
        let answer = Task {
            try await departure.cancelling {
                signal.yield()
                try await Task.sleep(for: Self.endless)
            }
        }
        for await _ in begun { break }
        try await channel.close()
        await #expect(throws: CancellationError.self) { try await answer.value }
    }

    @Test func workThatIsDoneIsAnswered() async throws {
        let channel = NIOAsyncTestingChannel()
        #expect(try await Departure(of: channel).cancelling { 42 } == 42)
        #expect(try await Departure().cancelling { 42 } == 42)
        await #expect(throws: Problem.self) {
            try await Departure(of: channel).cancelling { throw Problem(.notFound, status: 404, detail: "none") }
        }
        // Nor is anything begun for a client that has gone before.
        try await channel.close()
        await #expect(throws: CancellationError.self) {
            try await Departure(of: channel).cancelling { try await Task.sleep(for: Self.endless) }
        }
    }

    @Test func whatIsProducedForAClientEndsWithIt() async throws {
        let channel = NIOAsyncTestingChannel()
        let isEnded = Mutex(false)
        let (begun, signal) = AsyncStream.makeStream(of: Void.self)
        async let stream: Void = Beating.run(every: Self.endless, until: Departure(of: channel)) { _ in
            signal.yield()
            try? await Task.sleep(for: Self.endless)
            isEnded.withLock { $0 = true }
        } consume: { (_: Int?) in
        }
        for await _ in begun { break }
        try await channel.close()
        try await stream
        #expect(isEnded.withLock { $0 })
    }

    @Test func aListenerThatHasGoneListensNoMore() async throws {
        let channel = NIOAsyncTestingChannel()
        let hub = EventHub()
        let events = try hub.subscribe(until: Departure(of: channel))
        hub.publish(.logGrew(nil))
        try await channel.close()
        var count = 0
        for await _ in events { count += 1 }
        #expect(count == 1)
        #expect(!hub.hasListeners)
    }

    /// What a client may interrupt, and nothing that it would leave half done.
    @Test func onlyReadingAndCopyingAreGivenUp() async throws {
        try await ScratchDaemon.with { parts in
            let givenUp = RouteTable(parts).routes.filter(\.isGivenUp).map(\.name)
            #expect(givenUp == ["GET /v1/log/verification", "POST /v1/log/backups", "POST /v1/decode"])
        }
    }
}
