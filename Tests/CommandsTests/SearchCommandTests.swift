import StubDaemon
import Testing

@Suite struct SearchCommandTests {
    private static let hits = """
        {"barcode":"FD0000000018","entry":17,"foundIn":"page","page":3,"snippet":"the \\u001b[31mlease","title":"Smith"},\
        {"barcode":"BX0000000014","entry":null,"foundIn":"title","page":null,"snippet":"Lease","title":"Lease"}
        """

    @Test func hitsSayWhereTheWordsAreAndNothingMovesTheCursor() async throws {
        try await StubDaemon { _ in .page(Self.hits) }.serve { stub in
            let result = try await Program.run(["search", "the lease", "&c", "--limit", "5", "--socket", stub.path])
            #expect(result.status == 0)
            #expect(result.output.contains("document 17, page 3"))
            #expect(result.output.contains("the \u{FFFD}[31mlease"))
            #expect(result.output.contains("BX0000000014  Lease  title"))
            #expect(stub.requests.map(\.target) == ["/v1/search?q=the%20lease%20%26c&limit=5"])
            let quiet = try await Program.run(["search", "lease", "--quiet", "--socket", stub.path])
            let json = try await Program.run(["search", "lease", "--json", "--socket", stub.path])
            #expect(json.output.contains(#""entry":17"#))
            #expect(quiet.output == "FD0000000018\nBX0000000014\n")
        }
    }

    @Test func withoutWordsNothingIsAsked() async throws {
        #expect(try await Program.run(["search"]).status == 64)
    }
}
