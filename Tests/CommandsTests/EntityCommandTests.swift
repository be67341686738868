import StubDaemon
import Testing

@Suite struct EntityCommandTests {
    @Test func addPrintsTheBarcodeAlone() async throws {
        try await StubDaemon { _ in .json(Samples.entity, status: 201) }.serve { stub in
            let words = [
                "container", "add", "--title", "Smith v. Jones", "--home", "LC000000001H", "--socket", stub.path,
            ]
            let result = try await Program.run(words)
            #expect(result.status == 0)
            #expect(result.output == "BX0000000014\n")
            #expect(result.errors == "registered box BX0000000014 (Smith v. Jones)\n")
            let quiet = try await Program.run(words + ["--quiet"])
            #expect(quiet.output == "BX0000000014\n")
            #expect(quiet.errors == "")
            #expect(
                stub.requests.map { "\($0.method) \($0.target)" } == ["POST /v1/containers", "POST /v1/containers"]
            )
            #expect(stub.requests.first?.text == #"{"home":"LC000000001H","title":"Smith v. Jones"}"#)
            #expect(Set(stub.requests.map { $0.headers["idempotency-key"] }).count == 2)
        }
    }

    @Test func addPrintsTheRecordForPrograms() async throws {
        try await StubDaemon { _ in .json(Samples.entity, status: 201) }.serve { stub in
            let result = try await Program.run(["--json", "--socket", stub.path, "container", "add"])
            #expect(result.output.filter { !$0.isWhitespace } == Samples.entity.filter { !$0.isWhitespace })
            #expect(result.errors == "")
        }
    }

    @Test(arguments: [
        (
            ["location", "add", "--name", "Room 1", "--parent", "LC000000001H"], "/v1/locations",
            #"{"name":"Room 1","parent":"LC000000001H"}"#
        ),
        (
            ["custodian", "add", "--name", "R. Okafor", "--barcode", "77"], "/v1/custodians",
            #"{"barcode":"77","name":"R. Okafor"}"#
        ),
        (["item", "add", "--kind", "medium"], "/v1/items", #"{"kind":"medium"}"#),
    ])
    func addSendsWhatWasSaid(words: [String], path: String, body: String) async throws {
        try await StubDaemon { _ in .json(Samples.entity, status: 201) }.serve { stub in
            let result = try await Program.run(words, environment: ["OUTGUIDE_SOCKET": stub.path])
            #expect(result.status == 0)
            #expect(stub.requests.map(\.target) == [path])
            #expect(stub.requests.first?.text == body)
        }
    }

    /// Three pages with one thing each.
    private static let pages: @Sendable (StubRequest) -> StubReply = { request in
        switch request.target {
        case "/v1/items?limit=1000": .page(Samples.entity, next: "1")
        case "/v1/items?limit=1000&cursor=1": .page(Samples.entity, next: "2")
        case "/v1/items?limit=1000&cursor=2": .page(Samples.entity)
        case "/v1/items?limit=2": .page(Samples.entity, next: "1")
        case "/v1/items?limit=1&cursor=1": .page(Samples.entity, next: "2")
        default: .page("")
        }
    }

    @Test func listFollowsThePages() async throws {
        try await StubDaemon(reply: Self.pages).serve { stub in
            let table = try await Program.run(["item", "list", "--socket", stub.path])
            let row = "BX0000000014  box   Smith v. Jones  LC000000001H\n"
            #expect(table.output == "BARCODE       KIND  TITLE           HOME          WITHIN\n\(row)\(row)\(row)")
            let json = try await Program.run(["item", "list", "--json", "--socket", stub.path])
            #expect(json.output == Samples.list(Array(repeating: Samples.entity, count: 3), total: 3))
            let quiet = try await Program.run(["item", "list", "-q", "--limit", "2", "--socket", stub.path])
            #expect(quiet.output == "BX0000000014\nBX0000000014\n")
            #expect(quiet.errors == "outguide: 2 shown, and there is more; --limit 0 shows all\n")
        }
    }

    @Test func listOfNothingIsEmpty() async throws {
        try await StubDaemon { _ in .page("") }.serve { stub in
            let people = try await Program.run(["location", "list", "--socket", stub.path])
            #expect(people.output == "")
            #expect(people.errors == "no locations are registered\n")
            let run = try await Program.run(["location", "list", "--json", "--socket", stub.path])
            #expect(run.output == Samples.list([], total: 0))
        }
    }

    @Test func listDoesNotGoRoundInCircles() async throws {
        try await StubDaemon { _ in .page("", next: "1") }.serve { stub in
            let run = try await Program.run(["item", "list", "--socket", stub.path])
            #expect(run.status == 70)
        }
    }

    @Test func showSaysWhatIsRegistered() async throws {
        let document = """
            {"barcode":"BX0000000014","bytes":9,"device":"copier","entry":17,"filedAt":"2026-11-21T05:50:00Z",\
            "firstPage":2,"mediaType":"application/pdf","pages":3,"principal":"uid:7",\
            "scannedAt":"2026-11-21T05:49:00Z","sha256":"00","title":null,"voidedBy":null}
            """
        let sheet = document.replacing(#""firstPage":2"#, with: #""firstPage":1"#)
            .replacing(#""pages":3"#, with: #""pages":1"#)
        let reply: @Sendable (StubRequest) -> StubReply = { request in
            request.target.hasPrefix("/v1/documents") ? .page("\(document),\(sheet)") : .json(Samples.entity)
        }
        try await StubDaemon(reply: reply).serve { stub in
            let result = try await Program.run(["container", "show", "BX0000000014", "--socket", stub.path])
            let expected = "BX0000000014 box (Smith v. Jones)\n  sort  container\n  kind  box\n  home  LC000000001H\n"
            #expect(
                result.output.hasPrefix(expected + "  documents\n    17  3 pages (from page 2 on), application/pdf")
            )
            #expect(result.output.contains("\n    17  1 page, application/pdf"))
            let targets = ["/v1/containers/BX0000000014", "/v1/documents?of=BX0000000014&limit=100"]
            #expect(stub.requests.map(\.target) == targets)
            let json = try await Program.run(["container", "show", "BX0000000014", "--json", "--socket", stub.path])
            #expect(json.output.contains(#""entry" : 17"#) || json.output.contains(#""entry": 17"#))
        }
    }
}
