import LogProof
import StubDaemon
import Testing

@Suite struct LogCommandTests {
    @Test func correctSaysWhichEntryVoidsWhich() async throws {
        let reply: @Sendable (StubRequest) -> StubReply = { request in
            .json(request.target.hasPrefix("/v1/where") ? Samples.whereabouts : Samples.entry(14))
        }
        try await StubDaemon(reply: reply).serve { stub in
            let words = ["log", "correct", "12", "--reason", "wrong shelf", "--socket", stub.path]
            let result = try await Program.run(words)
            // It says where the thing is after it.
            let lines = result.output.split(separator: "\n")
            #expect(lines.first == "entry 14 voids entry 12 of BX0000000014")
            #expect(lines.dropFirst(2).first == "  is in  Courthouse › Room 1 › Shelf 3")
            #expect(stub.requests.map(\.target) == ["/v1/log/corrections", "/v1/where/BX0000000014"])
            #expect(stub.requests.first?.text == #"{"entry":12,"reason":"wrong shelf"}"#)
            #expect(stub.requests.first?.headers["idempotency-key"] != nil)
            let json = try await Program.run(words + ["--json"])
            #expect(json.output.filter { !$0.isWhitespace } == Samples.entry(14).filter { !$0.isWhitespace })
        }
    }

    @Test(arguments: [("conflict", 409, Int32(4)), ("not-found", 404, 3), ("not-voidable", 422, 1)])
    func correctTellsWhyNot(kind: String, status: Int, code: Int32) async throws {
        try await StubDaemon { _ in .problem(kind, status: status, detail: "cannot void it") }.serve { stub in
            let result = try await Program.run(["log", "correct", "12", "--reason", "r", "--socket", stub.path])
            #expect(result.status == code)
            #expect(result.errors == "outguide: cannot void it\n")
        }
    }

    @Test func checkpointIsPrintedExactly() async throws {
        let signed = try SampleProofs().checkpoint(2)
        let text = Array(signed.serialized.utf8)
        try await StubDaemon { _ in .answer(status: 200, type: "text/plain; charset=utf-8", body: text) }.serve {
            stub in
            let words = ["log", "checkpoint", "--socket", stub.path]
            #expect(try await Program.run(words).outputBytes == text)
            #expect(try await Program.run(words + ["--quiet"]).outputBytes == text)
            #expect(stub.requests.first?.target == "/v1/log/checkpoint")
            let json = try await Program.run(words + ["--json"])
            let root = signed.checkpoint.head.root.base64
            #expect(json.output.hasPrefix(#"{"origin":"outguide.example/archive","root":"\#(root)","signed":""#))
            #expect(json.output.hasSuffix("\\n\",\"size\":2}\n"))
        }
    }

    @Test(arguments: ["text/plain", "application/json"])
    func aCheckpointThatIsNoneIsNotPrinted(type: String) async throws {
        try await StubDaemon { _ in .answer(status: 200, type: type, body: Array("hello\n".utf8)) }.serve { stub in
            let result = try await Program.run(["log", "checkpoint", "--socket", stub.path])
            #expect(result.status == 70)
            #expect(result.output == "")
        }
    }

    @Test func proofGoesWhereItIsWanted() async throws {
        let bundle = try SampleProofs().entry()
        let scratch = try ScratchFiles()
        let reply = StubReply.answer(status: 200, type: "application/json; charset=utf-8", body: bundle)
        try await StubDaemon { _ in reply }.serve { stub in
            let words = ["log", "proof", "2", "--socket", stub.path]
            #expect(try await Program.run(words).outputBytes == bundle)
            let written = try await Program.run(words + ["--output", "\(scratch.path)/proof.json"])
            #expect(written.output == "wrote \(scratch.path)/proof.json (\(bundle.count) bytes)\n")
            #expect(try scratch.read("proof.json") == bundle)
            #expect(stub.requests.map(\.target) == ["/v1/log/proofs/2", "/v1/log/proofs/2"])
            let failure = try await Program.run(words + ["--output", "/no/such/proof.json"])
            #expect(failure.status == 74)
        }
    }

    @Test func consistencySendsTheEarlierCheckpointAsItIs() async throws {
        let proofs = try SampleProofs()
        let (earlier, bundle) = (Array(try proofs.checkpoint(1).serialized.utf8), try proofs.growth())
        let scratch = try ScratchFiles()
        let file = try scratch.write(earlier, to: "earlier.txt")
        let reply = StubReply.answer(status: 200, type: "application/json; charset=utf-8", body: bundle)
        try await StubDaemon { _ in reply }.serve { stub in
            let words = ["log", "consistency", file, "--socket", stub.path]
            #expect(try await Program.run(words).outputBytes == bundle)
            #expect(stub.requests.first?.target == "/v1/log/consistency")
            #expect(stub.requests.first?.body == earlier)
            let written = try await Program.run(words + ["--output", "\(scratch.path)/growth.json", "--quiet"])
            #expect(written.output == "\(scratch.path)/growth.json\n")
            #expect(try scratch.read("growth.json") == bundle)
            let input = try await Program.run(["log", "consistency", "-", "--socket", stub.path], input: earlier)
            #expect(input.status == 0)
            #expect(stub.requests.last?.body == earlier)
            let missing = try await Program.run(["log", "consistency", "/no/such", "--socket", stub.path])
            #expect(missing.status == 74)
        }
    }

    /// Whoever only writes the file away must learn that it proves nothing.
    @Test func aLogThatDidNotOnlyGrowIsTold() async throws {
        let proofs = try SampleProofs()
        let scratch = try ScratchFiles()
        let earlier = Array(try proofs.checkpoint(1).serialized.utf8)
        let file = try scratch.write(earlier, to: "earlier.txt")
        let reply = StubReply.answer(
            status: 200,
            type: "application/json; charset=utf-8",
            body: try proofs.growth(through: TreeHash(ofLeaf: [1]))
        )
        try await StubDaemon { _ in reply }.serve { stub in
            let words = ["log", "consistency", file, "--socket", stub.path, "--output", "\(scratch.path)/growth.json"]
            let result = try await Program.run(words)
            #expect(result.status == 1)
            #expect(result.errors.contains("cannot prove that the log only grew since that checkpoint"))
            // Two signed checkpoints that do not fit are evidence.
            #expect(try scratch.read("growth.json") == proofs.growth(through: TreeHash(ofLeaf: [1])))
        }
    }

    @Test func verifyEndsWithWhatWasFound() async throws {
        let sound = #"{"complete":true,"entries":41,"isSound":true,"problems":[],"root":"cm9vdA==","total":0}"#
        let bad = """
            {"complete":false,"entries":41,"isSound":false,"problems":["entry 7 was altered","a table"],\
            "root":"cm9vdA==","total":5}
            """
        try await StubDaemon { _ in .json(sound) }.serve { stub in
            let result = try await Program.run(["log", "verify", "--socket", stub.path])
            #expect(result.status == 0)
            #expect(result.output == "sound  41 entries, root cm9vdA==\n")
            #expect(stub.requests.map { "\($0.method) \($0.target)" } == ["GET /v1/log/verification"])
        }
        try await StubDaemon { _ in .json(bad) }.serve { stub in
            let result = try await Program.run(["log", "verify", "--socket", stub.path])
            #expect(result.status == 1)
            #expect(
                result.output
                    == "NOT SOUND  41 entries, root cm9vdA==\nproblem  entry 7 was altered\nproblem  a table\n"
                    + "2 of 5 problems shown\n"
            )
            let json = try await Program.run(["log", "verify", "--json", "--socket", stub.path])
            #expect(json.status == 1)
            #expect(json.output.filter { !$0.isWhitespace } == bad.filter { !$0.isWhitespace })
        }
    }

    @Test func rebuildSaysThatItIsDone() async throws {
        try await StubDaemon { _ in .answer(status: 204, type: "", body: []) }.serve { stub in
            let result = try await Program.run(["log", "rebuild", "--socket", stub.path])
            #expect(result.output == "rebuilt the tables from the entries\n")
            #expect(stub.requests.map { "\($0.method) \($0.target)" } == ["POST /v1/log/rebuild"])
        }
        try await StubDaemon { _ in .problem("not-permitted", status: 403, detail: "cannot") }.serve { stub in
            let result = try await Program.run(["log", "rebuild", "--socket", stub.path])
            #expect(result.status == 5)
        }
    }

    @Test(arguments: [
        ["log", "correct", "0", "--reason", "r"], ["log", "correct", "1"], ["log", "proof", "-1"],
        ["log", "proof", "x"], ["log", "proof", "1", "--output", ""], ["log", "verify", "--key", "k"],
        ["log", "verify", "--bundle", ""],
    ])
    func wrongUsageEndsWith64(words: [String]) async throws {
        let result = try await Program.run(words)
        #expect(result.status == 64)
        #expect(result.errors.hasPrefix("outguide: cannot run “"))
    }
}
