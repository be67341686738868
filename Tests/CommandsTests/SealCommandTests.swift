import StubDaemon
import Testing
import Wire

@Suite struct SealCommandTests {
    private static let log: @Sendable (StubRequest) -> StubReply = { request in
        request.method == "GET" ? .json(Samples.entity) : .json(Samples.entry(14))
    }

    @Test(arguments: [
        (["item", "seal"], "sealed", "B is sealed by order 26-CR-7\n"),
        (["container", "seal"], "sealed", "B is sealed by order 26-CR-7\n"),
        (["item", "unseal"], "unsealed", "B is unsealed by order 26-CR-7\n"),
        (["container", "unseal"], "unsealed", "B is unsealed by order 26-CR-7\n"),
        (["item", "restrict"], "restricted", "B is restricted\n"),
        (["container", "unrestrict"], "open", "B is not restricted any more\n"),
    ])
    func sendsTheOrderAndSaysWhatWasWritten(words: [String], level: String, output: String) async throws {
        try await StubDaemon(reply: Self.log).serve { stub in
            let options = ["B", "--order", "26-CR-7", "--reason", "r", "--socket", stub.path]
            let result = try await Program.run(words + options)
            #expect(result.status == 0 && result.output == output, "\(result.errors)")
            #expect(stub.requests.last?.target == "/v1/entities/B/restriction")
            #expect(stub.requests.last?.text == #"{"level":"\#(level)","order":"26-CR-7","reason":"r"}"#)
        }
    }

    @Test(arguments: [
        (["item", "seal", "B", "--reason", "r"], "--order"), (["item", "seal", "B", "--order", "o"], "--reason"),
        (["item", "unseal", "B"], "--order"), (["container", "unseal", "B", "--order", "o"], "--reason"),
        (
            ["item", "restrict", "B", "--sealed", "--order", "o", "--reason", "r"],
            "outguide item seal B --order ORDER --reason TEXT"
        ),
    ])
    func nothingIsSealedWithoutOrderAndReason(words: [String], remedy: String) async throws {
        let result = try await Program.run(words)
        #expect(result.status == 64)
        #expect(result.errors.contains(remedy), "\(result.errors)")
    }

    @Test func aChangeThatChangesNothingSaysSo() async throws {
        let same = Samples.entity.replacing(#""entry":7"#, with: #""entry":null"#)
        #expect(same != Samples.entity)
        let changes = [
            ["item", "change", "B", "--title", "T"], ["location", "change", "B", "--closed"],
            ["label", "alias", "B", "C"],
            ["label", "replace", "B", "--barcode", "BX0000000014"],
        ]
        try await StubDaemon { _ in .json(same) }.serve { stub in
            for words in changes {
                let result = try await Program.run(words + ["--socket", stub.path])
                #expect(result.status == 0)
                #expect(result.errors.hasPrefix("nothing to change: ") && !result.errors.contains("changed"))
            }
        }
    }

    @Test func theListOfOrdersSaysHowManyThereAre() async throws {
        let seal = OrderResource(
            kind: "seal",
            entry: 12,
            order: "26-CR-7",
            reason: "juvenile",
            since: "2026-11-21T05:50:09Z",
            by: "uid:0",
            barcode: "BX0000000014",
            thing: "box",
            title: nil
        )
        let page = Samples.json(Page(items: [seal], total: 3, complete: false, next: "12"))
        try await StubDaemon { _ in .json(page) }.serve { stub in
            let words = ["order", "list", "--kind", "seal", "--order", "26-CR-7", "--limit", "1"]
            let result = try await Program.run(words + ["--socket", stub.path])
            #expect(result.output.contains("26-CR-7") && result.output.contains("sealed"))
            #expect(result.errors.contains("3"), "\(result.errors)")
            #expect(stub.requests.last?.target == "/v1/orders?kind=seal&order=26-CR-7&limit=1")
        }
    }
}
