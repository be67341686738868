import Foundation
import HTTPTypes
import Localization
import NIOCore
import NIOEmbedded
import Synchronization
import Testing
import Wire
import WireResources

@testable import DaemonServer
@testable import DaemonServices
@testable import Safekeeping

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
        await #expect(throws: RequestFailure.self) {
            try await Departure(of: channel).cancelling {
                throw RequestFailure(.notFound, status: 404, Message("none"))
            }
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
        let events = try hub.subscribe(until: Departure(of: channel).whenGone)
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
            let routes = RouteTable(parts).routes
            let givenUp = routes.filter { $0.isGivenUp && $0.work == nil }.map(\.name)
            #expect(
                Set(givenUp) == [
                    "GET /v1/log/verification", "POST /v1/log/backups", "POST /v1/decode",
                    "GET /v1/labels/batches/{batch}",
                ]
            )
            // What takes a share of the budget only reads, whatever its method.
            let shared = routes.filter { $0.work != nil && $0.method != .get }.map(\.name)
            #expect(
                Set(shared) == [
                    "POST /v1/labels/controls", "POST /v1/labels/preview", "POST /v1/labels/templates/check",
                    "POST /v1/log/consistency", "POST /v1/pull-lists/{list}/page",
                ]
            )
            #expect(routes.allSatisfy { $0.work == nil || $0.isGivenUp })
        }
    }

    /// A document of many pages is not read to its end for nobody.
    @Test func blockingWorkIsToldThatNobodyWaits() async throws {
        let channel = NIOAsyncTestingChannel()
        let pieces = Mutex(0)
        let (begun, signal) = AsyncStream.makeStream(of: Void.self)
        async let answer: Void = Departure(of: channel).cancelling {
            try await BlockingWork.run { isCancelled in
                while !isCancelled() {
                    pieces.withLock { $0 += 1 }
                    signal.finish()
                }
            }
        }
        for await _ in begun {}
        try await channel.close()
        // It returns only once the work has ended.
        var isCancelled = false
        do { try await answer } catch is CancellationError { isCancelled = true }
        #expect(isCancelled)
        #expect(pieces.withLock { $0 } > 0)
    }

    @Test func aDigestThatIsGivenUpIsNone() throws {
        let path = FileManager.default.temporaryDirectory.path() + "/outguide-\(UUID().uuidString)"
        defer { try? FileManager.default.removeItem(atPath: path) }
        try Data(repeating: 1, count: 3 << 20).write(to: URL(filePath: path))
        var asked = 0
        let digest = try FileDigest(path: path) {
            asked += 1
            return asked > 2
        }
        #expect(digest == nil)
        #expect(try FileDigest(path: path).bytes == 3 << 20)
    }
}
