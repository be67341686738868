import DaemonClient
import StubDaemon
import Testing
import Wire

/// A client that has a list of requests sends no others, in whatever way.
@Suite struct ListedRequestTests {
    private typealias Sending = @Sendable (DaemonClient) async throws -> Void

    private static let file = DocumentFileResource(sha256: String(repeating: "0", count: 64), bytes: nil)

    private static let pairing = ScannerPairingRequest(
        station: nil,
        name: nil,
        layout: nil,
        variant: nil,
        framing: nil,
        printer: nil,
        isPrinted: false
    )

    /// Every way to send a request, with the request.
    private static let ways: [(name: String, send: Sending)] = [
        ("GET /v1/rights", { _ = try await $0.ask(API.Access.rights) }),
        ("POST /v1/readings", { _ = try await $0.ask(API.Readings.record, ReadingRequest(text: "LC", station: "t")) }),
        ("DELETE /v1/stations/{station}/session", { try await $0.ask(API.Stations.endSession, at: "t") }),
        ("GET /v1/log/checkpoint", { _ = try await $0.fetch(API.Log.checkpoint) }),
        ("POST /v1/log/consistency", { _ = try await $0.fetch(API.Log.proveConsistency, [1]) }),
        ("POST /v1/labels/controls", { _ = try await $0.fetch(API.Labels.drawControls, ControlSheetRequest()) }),
        ("GET /v1/progress/{name}", { _ = try await $0.progress(named: "x") }),
        ("POST /v1/decode", { _ = try await $0.decode(image: [1]) }),
        ("POST /v1/batches", { _ = try await $0.take(file: [1], query: []) }),
        ("PUT /v1/document-files/{sha256}", { try await $0.store([1], as: Self.file) }),
        (
            "GET /v1/log/backups/{name}",
            { _ = try await $0.part(of: API.Backups.read, at: "x", from: 0, length: 1) }
        ),
        (
            "POST /v1/log/restoration",
            { _ = try await $0.restore(bytes: 1, reason: "x", abandons: false) { [] } }
        ),
        ("GET /v1/events", { try await $0.withEvents { _ in } }),
        ("GET /v1/scanners/{scanner}/test", { try await $0.withTest(of: "x", expected: nil) { _ in } }),
        ("POST /v1/scanners/pairings", { try await $0.withPairing(Self.pairing) { _ in } }),
    ]

    @Test func sendsNoOtherRequest() async throws {
        try await StubDaemon { _ in .json(Samples.entity) }.serve { stub in
            let listed = DaemonClient(socketPath: stub.path, asks: [API.Entities.items.show.outline])
            let another = listed.another(limits: TimeLimits())
            for client in [listed, another] {
                for way in Self.ways {
                    let failure = await #expect(throws: DaemonClientError.self) { try await way.send(client) }
                    #expect(failure == .unlistedRequest(way.name))
                }
                #expect(stub.requests.isEmpty)
            }
            _ = try await listed.ask(API.Entities.items.show, at: "FD1")
            _ = try await another.ask(API.Entities.items.show, at: "FD2")
            await listed.close()
            await another.close()
            #expect(stub.requests.map(\.target) == ["/v1/items/FD1", "/v1/items/FD2"])
        }
    }

    @Test func saysWhichRequestIsNotListed() {
        let failure = DaemonClientError.unlistedRequest("GET /v1/status")
        #expect(failure.description.hasPrefix("cannot send GET /v1/status: the command does not list it"))
    }
}
