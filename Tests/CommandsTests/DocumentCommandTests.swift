import Glibc
import StubDaemon
import Testing

@Suite struct DocumentCommandTests {
    private static let document = """
        {"barcode":"FD0000000018","bytes":9,"device":"copier","entry":17,"filedAt":"2026-11-21T05:50:00Z",\
        "firstPage":1,"mediaType":"application/pdf","pages":3,"principal":"uid:7",\
        "scannedAt":"2026-11-21T05:49:00Z","sha256":"00","title":"Smith","voidedBy":null}
        """

    @Test func listShowsPagesWhoAndWithWhat() async throws {
        try await StubDaemon { _ in .page(Self.document) }.serve { stub in
            let result = try await Program.run(["document", "list", "FD0000000018", "--socket", stub.path])
            #expect(result.status == 0)
            #expect(result.output.contains("17      FD0000000018  3      application/pdf"))
            #expect(result.output.contains("lp"))
            #expect(result.output.contains("copier"))
            #expect(stub.requests.map(\.target) == ["/v1/documents?of=FD0000000018&limit=1000"])
        }
    }

    @Test func getFetchesTheFileAsItWasScanned() async throws {
        let bytes: [UInt8] = Array("%PDF-1.7\n".utf8)
        let reply: @Sendable (StubRequest) -> StubReply = { request in
            request.target.hasSuffix("/content")
                ? .answer(status: 206, type: "application/pdf", body: bytes) : .json(Self.document)
        }
        try await StubDaemon(reply: reply).serve { stub in
            let words = ["document", "get", "17", "--socket", stub.path, "--output"]
            let result = try await Program.run(words + ["-"])
            #expect(result.outputBytes == bytes)
            #expect(stub.requests.last?.headers["range"] == "bytes=0-8")
            let failure = try await Program.run(words + ["/no/such/place.pdf"])
            #expect(failure.status == 74)
            #expect(try await Program.run(["document", "get", "seventeen", "--output", "-"]).status == 64)
        }
    }

    @Test func verifyEndsWithOneWhenSomethingWasChanged() async throws {
        let reply: @Sendable (StubRequest) -> StubReply = { request in
            let isSound = request.target == "/v1/documents/17/verification"
            let problem = isSound ? "null" : #""its file was changed""#
            return .json(#"{"entry":17,"isSound":\#(isSound),"problem":\#(problem),"sha256":"00"}"#)
        }
        try await StubDaemon(reply: reply).serve { stub in
            let sound = try await Program.run(["document", "verify", "17", "--socket", stub.path])
            #expect(sound.status == 0)
            #expect(sound.output.contains("sound"))
            let both = try await Program.run(["document", "verify", "17", "18", "--socket", stub.path])
            #expect(both.status == 1)
            #expect(both.output.contains("its file was changed"))
            #expect(both.errors.contains("1 of 2 documents are not what was scanned"))
        }
    }

    @Test func moveAndAssignSendWhatWasSaid() async throws {
        let reply: @Sendable (StubRequest) -> StubReply = { request in
            request.target == "/v1/quarantine/assignments"
                ? .json(#"{"documents":[\#(Self.document)]}"#) : .json(Self.document)
        }
        try await StubDaemon(reply: reply).serve { stub in
            let moved = try await Program.run([
                "document", "move", "17", "--to", "FD0000000018", "--reason", "wrong cover", "--socket", stub.path,
            ])
            #expect(moved.output == "document 17 belongs to FD0000000018\n")
            #expect(stub.requests.last?.target == "/v1/documents/17/moves")
            let assigned = try await Program.run([
                "document", "assign", "3f9a1c2e77d0", "--to", "FD0000000018", "-q", "--socket", stub.path,
            ])
            #expect(assigned.output == "17\n")
            #expect(try await Program.run(["document", "move", "17", "--to", "FD0000000018"]).status == 64)
        }
    }

    @Test func quarantineSaysWhy() async throws {
        let files = """
            {"bytes":1,"device":"copier","path":"/srv/scans/quarantine/1.pdf",\
            "reason":"cannot file it: it is torn","since":"2026-11-21T05:50:00Z"}
            """
        try await StubDaemon { _ in .page(files) }.serve { stub in
            let result = try await Program.run(["document", "quarantine", "--socket", stub.path])
            #expect(result.output.contains("/srv/scans/quarantine/1.pdf"))
            #expect(result.output.contains("cannot file it: it is torn"))
            let quiet = try await Program.run(["document", "quarantine", "-q", "--socket", stub.path])
            #expect(quiet.output == "/srv/scans/quarantine/1.pdf\n")
        }
    }
}
