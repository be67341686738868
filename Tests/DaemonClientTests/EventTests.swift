import DaemonClient
import StubDaemon
import Testing
import Wire

@Suite struct EventTests {
    @Test func readsEventsUntilTheDaemonGoesAway() async throws {
        let texts = [
            ": keep-alive\n\nevent: entry\nid: 12\nda", "ta: \(Samples.entry)\n\n",
            "event: later\ndata: 1\n\nevent: outcome\ndata: \(Samples.outcome)\n\n",
            "event: station\ndata: \(Samples.station)\n\nevent: entry\ndata: half",
        ]
        try await StubDaemon { _ in .brokenStream(texts) }.serve { stub in
            let client = DaemonClient(socketPath: stub.path)
            let kinds = try await client.withEvents(after: 11) { events in
                var kinds: [String] = []
                for try await event in events {
                    switch event {
                    case .opened: kinds.append("opened")
                    case .entry(let entry): kinds.append("entry \(entry.entry)")
                    case .outcome(let outcome): kinds.append("outcome \(outcome.reading)")
                    case .scanner: kinds.append("scanner")
                    case .station(let station): kinds.append("station \(station.station)")
                    }
                }
                return kinds
            }
            await client.close()
            #expect(kinds == ["opened", "entry 12", "outcome 5", "station desk"])
            let request = try #require(stub.requests.first)
            #expect(request.target == "/v1/events")
            #expect(request.headers["last-event-id"] == "11")
            #expect(request.headers["accept"] == "text/event-stream")
        }
    }

    @Test func canBeLeft() async throws {
        try await StubDaemon { _ in .stream([]) }.serve { stub in
            let client = DaemonClient(socketPath: stub.path)
            let first = try await client.withEvents { events -> DaemonEvent? in
                for try await event in events { return event }
                return nil
            }
            await client.close()
            #expect(first == .opened)
            #expect(stub.requests.first?.headers["last-event-id"] == nil)
        }
    }

    @Test func passesAProblemOn() async throws {
        try await StubDaemon { _ in .problem("busy", status: 503, detail: "cannot take more") }.serve { stub in
            let client = DaemonClient(socketPath: stub.path)
            let failure = await #expect(throws: DaemonClientError.self) {
                try await client.withEvents { events in for try await _ in events {} }
            }
            await client.close()
            #expect(failure?.description == "cannot take more")
        }
    }

    @Test func doesNotTrustAnEvent() async throws {
        try await StubDaemon { _ in .stream(["event: entry\ndata: {}\n\n"]) }.serve { stub in
            let client = DaemonClient(socketPath: stub.path)
            let failure = await #expect(throws: DaemonClientError.self) {
                try await client.withEvents { events in for try await _ in events {} }
            }
            await client.close()
            #expect(failure == .malformedAnswer("the event is not of the sort “entry”"))
        }
    }

    @Test func saysWhereNobodyListens() async throws {
        let client = DaemonClient(socketPath: "/tmp/outguide-no-such-directory/outguide.sock")
        let failure = await #expect(throws: DaemonClientError.self) { try await client.withEvents { _ in } }
        await client.close()
        #expect(failure == .unreachable(path: client.socketPath, reason: "there is no such socket"))
    }
}
