import DaemonClient
import StubDaemon
import Testing
import Wire

@Suite struct LogRequestTests {
    private static let sound =
        #"{"complete":true,"entries":1,"isSound":true,"problems":[],"root":"cm9vdA==","total":0}"#

    @Test func asksAboutThePast() async throws {
        try await StubDaemon { _ in .page("") }.serve { stub in
            let client = DaemonClient(socketPath: stub.path)
            _ = try await client.ask(
                API.Whereabouts.history,
                at: "B",
                query: [
                    Parameter.limit.set(5), Parameter.cursor.set("9"),
                    API.Whereabouts.since.set("2026-01-01T00:00:00+01:00"),
                ]
            )
            _ = try await client.ask(
                API.Whereabouts.contents,
                at: "B",
                query: [Parameter.limit.set(5), API.Whereabouts.at.set("2026-01-01T00:00:00Z")]
            )
            await client.close()
            #expect(
                stub.requests.map(\.target) == [
                    "/v1/history/B?limit=5&cursor=9&since=2026-01-01T00%3A00%3A00%2B01%3A00",
                    "/v1/contents/B?limit=5&at=2026-01-01T00%3A00%3A00Z",
                ]
            )
        }
    }

    @Test func waitsLongerForTheWholeLog() async throws {
        try await StubDaemon { _ in .silence }.serve { stub in
            let limits = TimeLimits(request: .seconds(600), wholeLog: .milliseconds(20))
            let client = DaemonClient(socketPath: stub.path, limits: limits)
            await #expect(throws: DaemonClientError.timedOut(.milliseconds(20))) {
                try await client.ask(API.Log.verify)
            }
            await #expect(throws: DaemonClientError.timedOut(.milliseconds(20))) {
                try await client.ask(API.Log.rebuild)
            }
            await client.close()
        }
        #expect(TimeLimits().wholeLog == .seconds(3_600))
    }

    /// What has a key is done once however often it is sent; what has none is the same the second time.
    @Test func sendsAgainWhatTheDaemonDoesOnce() async throws {
        try await StubDaemon { _ in .hangUp }.serve { stub in
            let client = DaemonClient(socketPath: stub.path)
            let lost = DaemonClientError.connectionLost(path: stub.path)
            await #expect(throws: lost) { try await client.ask(API.Log.rebuild) }
            await #expect(throws: lost) { try await client.ask(API.Backups.create) }
            await #expect(throws: lost) { try await client.ask(API.LogKeys.change, KeyChangeRequest(reason: "r")) }
            await #expect(throws: lost) { try await client.ask(API.Log.verify) }
            await #expect(throws: lost) { try await client.ask(API.Expungement.approve, at: "B") }
            await client.close()
            #expect(stub.requests.count == 10)
            for first in stride(from: 0, to: 10, by: 2) {
                let pair = stub.requests[first...(first + 1)]
                #expect(Set(pair.map(\.target)).count == 1)
                #expect(Set(pair.map { $0.headers["idempotency-key"] }).count == 1)
            }
        }
    }

    @Test func takesTextsAndFilesAsTheyAre() async throws {
        let bytes: [UInt8] = [0x61, 0x0A, 0xC3, 0xA9, 0x0A]
        let reply: @Sendable (StubRequest) -> StubReply = { request in
            switch request.target {
            case "/v1/log/checkpoint": .answer(status: 200, type: "text/plain; charset=utf-8", body: bytes)
            case "/v1/log/proofs/7": .answer(status: 200, type: "application/json", body: bytes)
            case "/v1/log/consistency": .answer(status: 200, type: "application/json", body: request.body)
            default: .json(Self.sound)
            }
        }
        try await StubDaemon(reply: reply).serve { stub in
            let client = DaemonClient(socketPath: stub.path)
            #expect(try await client.fetch(API.Log.checkpoint) == bytes)
            #expect(try await client.fetch(API.Log.proveEntry, at: "7") == bytes)
            #expect(try await client.fetch(API.Log.proveConsistency, bytes) == bytes)
            let verification = try await client.ask(API.Log.verify)
            #expect(verification.isSound)
            await #expect(throws: DaemonClientError.requestTooLong(limit: API.longestRequest)) {
                try await client.fetch(API.Log.proveConsistency, [UInt8](repeating: 0, count: API.longestRequest + 1))
            }
            await client.close()
            #expect(stub.requests.count == 4)
        }
    }
}
