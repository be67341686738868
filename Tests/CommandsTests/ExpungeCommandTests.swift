import StubDaemon
import Testing

@Suite struct ExpungeCommandTests {
    /// Knows every thing, and writes entry 14.
    private static let log: @Sendable (StubRequest) -> StubReply = { request in
        request.method == "GET" ? .json(Samples.entity) : .json(Samples.entry(14))
    }

    @Test(arguments: [("item", "items"), ("container", "containers"), ("custodian", "custodians")])
    func asksAndSaysThatAnotherPersonMustApprove(noun: String, path: String) async throws {
        try await StubDaemon(reply: Self.log).serve { stub in
            let words = [noun, "expunge", "B", "--order", "CR-17", "--reason", "sealed", "--socket", stub.path]
            let result = try await Program.run(words)
            #expect(result.status == 0)
            #expect(result.output == "entry 14 asks for every text about B to be erased\n")
            let way = "“outguide \(noun) expunge B --approve”"
            let approval = "it must be approved, by another person unless one is enough here"
            #expect(result.errors == "nothing is erased yet: \(approval), with \(way)\n")
            #expect(
                stub.requests.map { "\($0.method) \($0.target)" } == [
                    "GET /v1/\(path)/B", "POST /v1/entities/B/expungement",
                ]
            )
            #expect(stub.requests.last?.text == #"{"order":"CR-17","reason":"sealed"}"#)
        }
    }

    @Test func carriesOutWhatAnotherAskedFor() async throws {
        try await StubDaemon(reply: Self.log).serve { stub in
            let words = ["item", "expunge", "CASE-7", "--approve", "--socket", stub.path]
            let result = try await Program.run(words)
            #expect(result.output == "entry 14 says that every text about CASE-7 was erased\n")
            #expect(result.errors.hasPrefix("its barcode is BX0000000014 now; "))
            #expect(result.errors.contains("backups made before still have it"))
            #expect(stub.requests.last?.target == "/v1/entities/CASE-7/expungement/approval")
            #expect(stub.requests.last?.method == "POST")
            let quiet = try await Program.run(words + ["--quiet"])
            #expect(quiet.output == "14\n")
            #expect(quiet.errors == "")
            let json = try await Program.run(words + ["--json"])
            #expect(json.output.filter { !$0.isWhitespace } == Samples.entry(14).filter { !$0.isWhitespace })
        }
    }

    @Test func tellsWhenItIsTheSamePerson() async throws {
        let refusal = StubReply.problem("same-principal", status: 422, detail: "cannot expunge B: uid:7 asked for it")
        try await StubDaemon { $0.method == "GET" ? .json(Samples.entity) : refusal }.serve { stub in
            let result = try await Program.run(["item", "expunge", "B", "--approve", "--socket", stub.path])
            #expect(result.status == 1)
            #expect(result.errors == "outguide: cannot expunge B: uid:7 asked for it\n")
        }
    }

    @Test func isNotDoneTwiceAfterALostAnswer() async throws {
        try await StubDaemon { $0.method == "GET" ? .json(Samples.entity) : .hangUp }.serve { stub in
            let result = try await Program.run(["item", "expunge", "B", "--approve", "--socket", stub.path])
            #expect(result.status == 69)
            #expect(result.errors.hasPrefix("outguide: cannot say whether it was done"))
            #expect(stub.requests.map(\.method) == ["GET", "POST", "POST"])
            let keys = Set(stub.requests.dropFirst().map { $0.headers["idempotency-key"] })
            #expect(keys.count == 1 && !keys.contains(nil), "the daemon tells by the key that it is the same request")
        }
    }

    @Test(arguments: [
        ["item", "expunge", "B"], ["item", "expunge", "B", "--order", "CR-17"],
        ["item", "expunge", "B", "--reason", "r"], ["item", "expunge", "B", "--approve", "--reason", "r"],
        ["location", "expunge", "B", "--approve"],
    ])
    func refusesHalfAnOrder(words: [String]) async throws {
        let result = try await Program.run(words)
        #expect(result.status == 64)
        #expect(result.errors.hasPrefix("outguide: cannot "))
    }
}
