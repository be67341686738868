import StubDaemon
import Testing

@Suite struct DeskCommandTests {
    @Test func whereIsForPeople() async throws {
        try await StubDaemon { _ in .json(Samples.whereabouts) }.serve { stub in
            let result = try await Program.run(["where", "BX0000000014", "--socket", stub.path])
            let expected = """
                BX0000000014 box (Smith v. Jones)
                  is in  Courthouse › Room 1 › Shelf 3
                  since  2026-11-21 05:50 UTC (seen direct)

                """
            #expect(result.output == expected)
            #expect(stub.requests.map(\.target) == ["/v1/where/BX0000000014"])
            let quiet = try await Program.run(["where", "BX0000000014", "--quiet", "--socket", stub.path])
            #expect(quiet.output == "LC000000001H\n")
        }
    }

    @Test func whereHasEveryMemberForPrograms() async throws {
        try await StubDaemon { _ in .json(Samples.whereabouts) }.serve { stub in
            let result = try await Program.run(["where", "BX0000000014", "--json", "--socket", stub.path])
            #expect(result.output.filter { !$0.isWhitespace } == Samples.whereabouts.filter { !$0.isWhitespace })
        }
    }

    @Test func whatTheDaemonSaysCannotSteerATerminal() async throws {
        let title = #"\u001b]0;owned\u0007\u202e"#
        let reply = Samples.whereabouts.replacing("Smith v. Jones", with: title)
        try await StubDaemon { _ in .json(reply) }.serve { stub in
            let people = try await Program.run(["where", "BX0000000014", "--socket", stub.path])
            #expect(people.output.hasPrefix("BX0000000014 box (\u{FFFD}]0;owned\u{FFFD}\u{FFFD})\n"))
            let json = try await Program.run(["where", "BX0000000014", "--json", "--socket", stub.path])
            #expect(json.output.contains(#"\u001b]0;owned\u0007\#u{202E}"#))
        }
    }

    @Test(arguments: [
        ("not-found", 404, Int32(3)), ("conflict", 409, 4), ("not-permitted", 403, 5), ("invalid-barcode", 400, 64),
        ("into-itself", 422, 1), ("internal", 500, 70),
    ])
    func aProblemIsToldAndCounted(kind: String, status: Int, code: Int32) async throws {
        try await StubDaemon { _ in .problem(kind, status: status, detail: "cannot do it") }.serve { stub in
            let result = try await Program.run(["where", "BX0000000014", "--socket", stub.path])
            #expect(result.status == code)
            #expect(result.output == "")
            #expect(result.errors == "outguide: cannot do it\n")
        }
    }

    @Test func aDaemonThatIsAwayIsNamed() async throws {
        let result = try await Program.run(["where", "B"], environment: ["OUTGUIDE_STATE_DIR": "/no/such"])
        #expect(result.status == 69)
        #expect(result.errors.hasPrefix("outguide: cannot reach outguided at /no/such/outguide.sock: "))
    }

    @Test(arguments: [
        ["where"], ["where", ""], ["where", "a", "b"], ["item", "list", "--limit", "-1"],
        ["--socket", "", "status"],
    ])
    func wrongUsageEndsWith64(words: [String]) async throws {
        let result = try await Program.run(words)
        #expect(result.status == 64)
        #expect(result.output == "")
        #expect(result.errors.hasPrefix("outguide: cannot run “"))
    }

    @Test func historyStopsAtItsLimit() async throws {
        let reply: @Sendable (StubRequest) -> StubReply = { request in
            switch request.target {
            case "/v1/history/B?limit=3":
                .page("\(Samples.entry(9)),\(Samples.entry(8))", next: "8", total: 12)
            case "/v1/history/B?limit=1&cursor=8": .page(Samples.entry(7), next: "7")
            default: .problem("invalid-request", status: 400, detail: "cannot \(request.target)")
            }
        }
        try await StubDaemon(reply: reply).serve { stub in
            let json = try await Program.run(["history", "B", "--limit", "3", "--json", "--socket", stub.path])
            let entries = [Samples.entry(9), Samples.entry(8), Samples.entry(7)]
            #expect(json.output == Samples.list(entries, complete: false, total: 12))
            #expect(json.errors == "")
            let table = try await Program.run(["history", "B", "--limit", "3", "--socket", stub.path])
            let row = "9      2026-11-21 05:50 UTC  relocated        Shelf 3  root"
            #expect(table.output.split(separator: "\n").dropFirst().first == Substring(row))
            #expect(table.errors == "3 of 12 shown; --limit 0 shows all\n")
            let all = try await Program.run(["history", "B", "--socket", stub.path])
            #expect(all.errors == "outguide: cannot /v1/history/B?limit=100\n")
        }
    }

    @Test func contentsAreBarcodesWhenQuiet() async throws {
        let line = """
            {"barcode":"BX0000000014","entry":1,"kind":"box","lastSeen":null,"seen":"direct","since":null,"title":null,\
            "type":"container"}
            """
        try await StubDaemon { _ in .page(line) }.serve { stub in
            let quiet = try await Program.run(["contents", "LC", "--quiet", "--socket", stub.path])
            #expect(quiet.output == "BX0000000014\n")
            let json = try await Program.run(["contents", "LC", "--json", "--socket", stub.path])
            #expect(json.output == Samples.list([line], total: 1))
        }
    }

    @Test func moveSaysWhatBecameOfEach() async throws {
        let reply = """
            {"movements":[{"barcode":"A","entry":5,"kind":"relocated","to":"LC",\
            "placement":{"kind":"location","barcode":"LC","path":["Shelf"]},"occurredAt":null,"then":null},\
            {"barcode":"B","entry":null,"kind":"already-there","to":"LC",\
            "placement":{"kind":"location","barcode":"LC","path":["Shelf"]},"occurredAt":null,"then":null}]}
            """
        try await StubDaemon { _ in .json(reply) }.serve { stub in
            let words = ["move", "A", "B", "--to", "LC", "--reason", "reshelved", "--socket", stub.path]
            let run = try await Program.run(words)
            #expect(run.output == "A  relocated  Shelf (entry 5)\nB  already-there  Shelf\n")
            #expect(stub.requests.first?.text == #"{"barcodes":["A","B"],"reason":"reshelved","to":"LC"}"#)
        }
    }

    @Test func statusWarnsOfLostReadings() async throws {
        try await StubDaemon { _ in .json(Samples.status) }.serve { stub in
            let result = try await Program.run(["status", "--socket", stub.path])
            #expect(result.output.contains("lost       2 readings since the start: scan them again\n"))
            let run = try await Program.run(["status", "-q", "--socket", stub.path])
            #expect(run.output == "ready\n")
        }
    }

    @Test func endsQuietlyWhenNobodyReads() async throws {
        let entities = Array(repeating: Samples.entity, count: 1_000).joined(separator: ",")
        try await StubDaemon { _ in .page(entities) }.serve { stub in
            let program = try Program(["item", "list", "--socket", stub.path])
            program.stopReading()
            let result = await program.finish(isRead: false)
            #expect(result.status == 128 + 13)
            #expect(result.errors == "")
        }
    }
}
