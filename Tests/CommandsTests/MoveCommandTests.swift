import StubDaemon
import Testing

@Suite struct MoveCommandTests {
    @Test(arguments: [
        (["--to", "LC"], #"{"barcodes":["A"],"to":"LC"}"#),
        (["--in-transit"], #"{"barcodes":["A"],"state":"inTransit"}"#),
        (["--dispose", "--reason", "order 77"], #"{"barcodes":["A"],"reason":"order 77","state":"disposed"}"#),
        (
            ["--to", "LC", "--reason", "found", "--occurred-at", "2026-01-31 13:45 UTC"],
            #"{"barcodes":["A"],"occurredAt":"2026-01-31T13:45:00Z","reason":"found","to":"LC"}"#
        ),
    ])
    func sendsWhatWasSaid(words: [String], body: String) async throws {
        try await StubDaemon { _ in .json(#"{"movements":[]}"#) }.serve { stub in
            let result = try await Program.run(["move", "A", "--socket", stub.path] + words)
            #expect(result.status == 0)
            #expect(stub.requests.map(\.target) == ["/v1/moves"])
            #expect(stub.requests.first?.text == body)
        }
    }

    @Test(arguments: [
        [], ["--to", "LC", "--in-transit"], ["--to", "LC", "--dispose", "--reason", "r"],
        ["--in-transit", "--dispose", "--reason", "r"], ["--dispose"],
        ["--to", "LC", "--occurred-at", "2026-01-31T13:45:00Z"],
        ["--to", "LC", "--reason", "r", "--occurred-at", "2026-01-31"],
    ])
    func refusesWhatIsAmbiguous(words: [String]) async throws {
        let result = try await Program.run(["move", "A", "--socket", "/no/such"] + words)
        #expect(result.status == 64)
        #expect(result.errors.hasPrefix("outguide: cannot run “"))
    }

    @Test(arguments: [
        ("PN", "A is at PN now: what is told afterwards undoes nothing that happened since\n"), ("LC", ""),
    ])
    func saysWhereThingsAreWhenAnEarlierMoveChangesNothing(now: String, errors: String) async throws {
        let reply = #"{"movements":[{"barcode":"A","entry":5,"kind":"relocated","to":"\#(now)"}]}"#
        let words = ["--to", "LC", "--reason", "found", "--occurred-at", "2026-01-31 13:45 UTC"]
        try await StubDaemon { _ in .json(reply) }.serve { stub in
            let result = try await Program.run(["move", "A", "--socket", stub.path] + words)
            #expect(result.status == 0)
            #expect(result.errors == errors)
        }
    }

    @Test func saysWhatBecameOfThingsThatAreNowhere() async throws {
        let reply = #"{"movements":[{"barcode":"A","entry":5,"kind":"dispatched","to":null}]}"#
        try await StubDaemon { _ in .json(reply) }.serve { stub in
            let result = try await Program.run(["move", "A", "--in-transit", "--socket", stub.path])
            #expect(result.output == "A  dispatched  (entry 5)\n")
        }
    }
}
