import NIOCore
import NIOPosix
import StubDaemon
import Synchronization
import Testing
import Wire

@testable import DaemonClient

@Suite struct LostConnectionTests {
    private let reading = ReadingRequest(text: "LC000000001H", station: "t")

    @Test func sendsAWriteAgainUnderTheSameKey() async throws {
        let count = Mutex(0)
        let reply: @Sendable (StubRequest) -> StubReply = { _ in
            let number = count.withLock { count in
                count += 1
                return count
            }
            return number == 1 ? .hangUp : .json(Samples.outcome)
        }
        try await StubDaemon(reply: reply).serve { stub in
            let client = DaemonClient(socketPath: stub.path)
            _ = try await client.ask(API.Readings.record, reading)
            await client.close()
            #expect(stub.requests.map(\.connection) == [1, 2])
            #expect(Set(stub.requests.map { $0.headers["idempotency-key"] }).count == 1)
            #expect(Set(stub.requests.map(\.body)).count == 1)
        }
    }

    /// The daemon prints once for a key.
    @Test func sendsAPrintAgainUnderTheSameKey() async throws {
        try await StubDaemon { _ in .hangUp }.serve { stub in
            let client = DaemonClient(socketPath: stub.path)
            await #expect(throws: DaemonClientError.connectionLost(path: stub.path)) {
                try await client.ask(API.PullLists.print, at: "PL000000001J", PullListPrintRequest())
            }
            await client.close()
            let target = "/v1/pull-lists/PL000000001J/prints"
            #expect(stub.requests.map(\.target) == [target, target])
            #expect(Set(stub.requests.map { $0.headers["idempotency-key"] }).count == 1)
        }
    }

    @Test(arguments: [StubReply.hangUp, .raw(Array("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n{".utf8))])
    func triesTwiceAndNoMore(reply: StubReply) async throws {
        try await StubDaemon { _ in reply }.serve { stub in
            let client = DaemonClient(socketPath: stub.path)
            await #expect(throws: DaemonClientError.connectionLost(path: stub.path)) {
                try await client.ask(API.Readings.record, reading)
            }
            await client.close()
            #expect(stub.requests.count == 2)
        }
    }

    @Test func doesNotClaimThatALostWriteWasNeverReceived() async throws {
        try await StubDaemon { _ in .vanish }.serve { stub in
            let client = DaemonClient(socketPath: stub.path)
            await #expect(throws: DaemonClientError.connectionLost(path: stub.path)) {
                try await client.ask(API.Readings.record, reading)
            }
            await client.close()
            #expect(stub.requests.count == 1)
        }
    }

    @Test func connectsAgainWhenTheIdleConnectionEnded() async throws {
        try await StubDaemon { _ in .json(Samples.outcome) }.serve { stub in
            let client = DaemonClient(socketPath: stub.path)
            _ = try await client.ask(API.Readings.record, reading)
            await stub.hangUp()
            _ = try await client.ask(API.Readings.record, reading)
            await client.close()
            #expect(stub.requests.count >= 2)
            #expect(Set(stub.requests.map { $0.headers["idempotency-key"] }).count == 2)
        }
    }

    /// Between looking at a connection and using it the daemon may be killed.
    @Test func aRequestOnAConnectionThatJustEndedIsLost() async throws {
        try await StubDaemon { _ in .json(Samples.outcome) }.serve { stub in
            let group = MultiThreadedEventLoopGroup(numberOfThreads: 1)
            let connection = try await Connection(path: stub.path, group: group, longestAnswer: 1_000)
            let request = DaemonRequest(API.Status.show.outline, key: .random(), within: .seconds(10))
            connection.close()
            for _ in 0..<10 {
                await #expect(throws: ExchangeFault.lost) { try await connection.answer(to: request) }
            }
            try await group.shutdownGracefully()
        }
    }

    @Test func takesNoConnectionThatTheDaemonSaidItWouldClose() async throws {
        let last = StubReply.lastAnswer(status: 200, type: "application/json", body: Array(Samples.outcome.utf8))
        try await StubDaemon { _ in last }.serve { stub in
            let client = DaemonClient(socketPath: stub.path)
            for _ in 0..<3 { _ = try await client.ask(API.Readings.record, reading) }
            await client.close()
            #expect(stub.requests.map(\.connection) == [1, 2, 3])
        }
    }

    @Test func waitsForADaemonThatIsJustStarting() async throws {
        try await StubDaemon { _ in .json(Samples.outcome) }.serve { stub in
            stub.vanish()
            let hasty = DaemonClient(socketPath: stub.path)
            await #expect(throws: DaemonClientError.self) { try await hasty.ask(API.Readings.record, reading) }
            await hasty.close()

            let patient = DaemonClient(socketPath: stub.path, awaitsStart: true)
            async let outcome = patient.ask(API.Readings.record, reading)
            try await stub.listen()
            let verdict = try await outcome.verdict
            #expect(verdict == "accepted")
            await patient.close()
        }
    }
}
