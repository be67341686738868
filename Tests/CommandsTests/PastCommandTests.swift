import StubDaemon
import Testing

@Suite struct PastCommandTests {
    @Test func whereSaysWhereItWas() async throws {
        try await StubDaemon { _ in .json(Samples.whereabouts) }.serve { stub in
            let words = ["where", "BX0000000014", "--socket", stub.path, "--at"]
            let people = try await Program.run(words + ["2026-11-22 09:00 UTC"])
            let expected = """
                BX0000000014 box (Smith v. Jones)
                  at      2026-11-22 09:00 UTC
                  was in  Courthouse › Room 1 › Shelf 3
                  since   2026-11-21 05:50 UTC (seen direct)

                """
            #expect(people.output == expected)
            let json = try await Program.run(words + ["2026-11-22T10:00:00+01:00", "--json"])
            #expect(json.output.filter { !$0.isWhitespace } == Samples.whereabouts.filter { !$0.isWhitespace })
            #expect(
                stub.requests.map(\.target) == [
                    "/v1/where/BX0000000014?at=2026-11-22%2009%3A00%20UTC",
                    "/v1/where/BX0000000014?at=2026-11-22T10%3A00%3A00%2B01%3A00",
                ]
            )
        }
    }

    @Test func contentsSayWhatWasThere() async throws {
        try await StubDaemon { _ in .page("") }.serve { stub in
            let words = ["contents", "LC", "--at", "2026-11-22T09:00:00Z", "--socket", stub.path]
            let result = try await Program.run(words)
            #expect(result.errors == "LC held nothing\n")
            #expect(
                stub.requests.map(\.target) == ["/v1/contents/LC?at=2026-11-22T09%3A00%3A00Z&limit=1000"]
            )
        }
    }

    @Test func historyIsNarrowedToAPeriodOnEveryPage() async throws {
        let period = "since=2026-11-01&until=2026-11-30"
        let reply: @Sendable (StubRequest) -> StubReply = { request in
            switch request.target {
            case "/v1/history/B?\(period)&limit=1000": .page(Samples.entry(9), next: "9")
            case "/v1/history/B?\(period)&limit=1000&cursor=9": .page("")
            default: .problem("invalid-request", status: 400, detail: "cannot \(request.target)")
            }
        }
        try await StubDaemon(reply: reply).serve { stub in
            let words = ["history", "B", "--since", "2026-11-01", "--until", "2026-11-30", "--limit", "0", "-q"]
            let result = try await Program.run(words + ["--socket", stub.path])
            #expect(result.errors == "")
            #expect(result.output == "9\n")
        }
    }

    @Test func historySaysWhatDoesNotCountLikeOthers() async throws {
        let entries = [
            Samples.entry(9, backDated: true), Samples.entry(8, seen: "implied", backDated: true, voidedBy: 10),
            Samples.entry(7, voidedBy: 11), Samples.entry(6),
        ]
        try await StubDaemon { _ in .page(entries.joined(separator: ",")) }.serve { stub in
            let people = try await Program.run(["history", "B", "--socket", stub.path])
            let kinds = people.output.split(separator: "\n").dropFirst().map { line in
                line.split(separator: "  ").dropFirst(2).first?.trimmingPrefix { $0 == " " } ?? ""
            }
            #expect(
                kinds == [
                    "relocated (back-dated)", "relocated (implied, back-dated, voided by 10)",
                    "relocated (voided by 11)", "relocated",
                ]
            )
            let json = try await Program.run(["history", "B", "--json", "--socket", stub.path])
            #expect(json.output == Samples.list(entries, total: 4))
        }
    }

    @Test func aTimeThatTheDaemonCannotReadIsWrongUsage() async throws {
        let reply = StubReply.problem("invalid-request", status: 400, detail: "cannot read at")
        try await StubDaemon { _ in reply }.serve { stub in
            let result = try await Program.run(["where", "B", "--at", "noon", "--socket", stub.path])
            #expect(result.status == 64)
            #expect(stub.requests.map(\.target) == ["/v1/where/B?at=noon"])
        }
    }
}
