import StubDaemon
import Testing

@Suite struct MoveCommandTests {
    @Test(arguments: [
        (["--to", "LC"], #"{"barcodes":["A"],"to":"LC"}"#),
        (["--in-transit"], #"{"barcodes":["A"],"state":"inTransit"}"#),
        (["--dispose", "--reason", "order 77"], #"{"barcodes":["A"],"reason":"order 77","state":"disposed"}"#),
        (
            ["--to", "LC", "--reason", "found", "--occurred-at", "2026-01-31 13:45 UTC"],
            #"{"barcodes":["A"],"occurredAt":"2026-01-31 13:45 UTC","reason":"found","to":"LC"}"#
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
    ])
    func refusesWhatIsAmbiguous(words: [String]) async throws {
        let result = try await Program.run(["move", "A", "--socket", "/no/such"] + words)
        #expect(result.status == 64)
        #expect(result.errors.hasPrefix("outguide: cannot run “"))
    }

    /// What is stated afterwards undoes nothing that happened since: both places are named.
    @Test(arguments: [
        (#"{"kind":"custodian","barcode":"PN","path":["Judge Doe"]}"#, "it is with Judge Doe now"),
        (#"{"kind":"location","barcode":"LC","path":["Room 1","Shelf 2"]}"#, "it is still there"),
        (#"{"kind":"inTransit","barcode":null,"path":[]}"#, "it is in transit now"),
        (#"{"kind":"disposed","barcode":null,"path":[]}"#, "it was disposed of now"),
    ])
    func saysWhereThingsWerePutThenAndWhereTheyAreNow(now: String, words: String) async throws {
        let reply = """
            {"movements":[{"barcode":"A","entry":5,"kind":"relocated","to":null,"placement":\(now),\
            "occurredAt":"2026-01-31T13:45:00.000000Z",\
            "then":{"kind":"location","barcode":"LC","path":["Room 1","Shelf 2"]}}]}
            """
        let arguments = ["--to", "LC", "--reason", "found", "--occurred-at", "2026-01-31 06:45"]
        try await StubDaemon { _ in .json(reply) }.serve { stub in
            let result = try await Program.run(["move", "A", "--socket", stub.path] + arguments)
            #expect(result.status == 0)
            let then = "A  relocated  was in Room 1 › Shelf 2 at 2026-01-31 13:45 UTC (entry 5)"
            #expect(result.output == "\(then); \(words)\n")
            #expect(result.errors.isEmpty)
        }
    }

    @Test func saysWhatBecameOfThingsThatAreNowhere() async throws {
        let reply = """
            {"movements":[{"barcode":"A","entry":5,"kind":"dispatched","to":null,\
            "placement":{"kind":"inTransit","barcode":null,"path":[]},"occurredAt":null,"then":null}]}
            """
        try await StubDaemon { _ in .json(reply) }.serve { stub in
            let result = try await Program.run(["move", "A", "--in-transit", "--socket", stub.path])
            #expect(result.output == "A  dispatched  (entry 5)\n")
        }
    }
}
