import StubDaemon
import Testing

@Suite struct ScanCommandTests {
    /// Accepts readings, but refuses those that begin with X and falls silent for good at STOP.
    private static let desk: @Sendable (StubRequest) -> StubReply = { request in
        guard request.method == "POST" else { return .answer(status: 204, type: "", body: []) }
        if request.text.contains("STOP") { return .vanish }
        if request.text.contains("BAD") { return .problem("invalid-request", status: 400, detail: "cannot store it") }
        if request.text.contains("FULL") { return .problem("busy", status: 503, detail: "cannot take more") }
        let refused = request.text.contains(#""text":"X"#)
        return .json(refused ? Samples.outcome("refused", "cannot use it") : Samples.outcome("accepted", "done"))
    }

    @Test func sendsEachLineInOrder() async throws {
        try await StubDaemon(reply: Self.desk).serve { stub in
            let input = Array("LC1\r\n\nBX\u{7}1\n".utf8) + [0xFF, 10]
            let result = try await Program.run(["scan", "--station", "desk", "--socket", stub.path], input: input)
            #expect(result.status == 0)
            #expect(result.output == "accepted  done\naccepted  done\naccepted  done\n")
            #expect(result.errors == "")
            #expect(
                stub.requests.map(\.text) == [
                    #"{"station":"desk","text":"LC1"}"#, #"{"station":"desk","text":"BX\u00071"}"#,
                    #"{"station":"desk","text":"\#u{FFFD}"}"#,
                ]
            )
            #expect(Set(stub.requests.map(\.connection)) == [1])
        }
    }

    @Test func endsItsOwnSession() async throws {
        try await StubDaemon(reply: Self.desk).serve { stub in
            let result = try await Program.run(["scan", "--socket", stub.path], input: Array("A\nB\n".utf8))
            #expect(result.status == 0)
            let stations = stub.requests.filter { $0.method == "POST" }.map {
                $0.text.split(separator: "\"")[2...3].last
            }
            let own = try #require(stations.first ?? nil)
            #expect(stations == [own, own])
            #expect(own.hasPrefix("terminal-"))
            #expect(stub.requests.last?.method == "DELETE")
            #expect(stub.requests.last?.target == "/v1/stations/\(own)/session")
        }
    }

    @Test func endsItsOwnSessionWhenInterrupted() async throws {
        try await StubDaemon(reply: Self.desk).serve { stub in
            let program = try Program(["scan", "--socket", stub.path])
            program.type(Array("A\n".utf8))
            #expect(await program.nextLine() == "accepted  done")
            program.interrupt()
            let result = await program.finish(keepsInput: true)
            #expect(result.status == 128 + 2)
            #expect(stub.requests.map(\.method) == ["POST", "DELETE"])
        }
    }

    @Test func answersEachReadingAtOnce() async throws {
        try await StubDaemon(reply: Self.desk).serve { stub in
            let program = try Program(["scan", "--station", "desk", "--socket", stub.path])
            for text in ["A", "X", "B"] {
                program.type(Array("\(text)\n".utf8))
                #expect(await program.nextLine() == (text == "X" ? "refused   cannot use it" : "accepted  done"))
            }
            #expect(await program.finish().status == 1)
        }
    }

    @Test func aLongLineIsRefusedAndTheRestGoesOn() async throws {
        try await StubDaemon(reply: Self.desk).serve { stub in
            let input = Array((String(repeating: "A", count: 1_025) + "\nBAD\nB\n").utf8)
            let words = ["scan", "--station", "desk", "--socket", stub.path]
            let result = try await Program.run(words, input: input)
            #expect(result.status == 1)
            let refusals = "refused   reading 1 has more than 1024 bytes\nrefused   reading 2 cannot store it\n"
            #expect(result.output == refusals + "accepted  done\n")
            let json = try await Program.run(words + ["--json"], input: input)
            #expect(json.status == 1)
            #expect(json.output == Samples.outcome("accepted", "done") + "\n")
            let warning = #"{"detail":"cannot take it: reading 1 has more than 1024 bytes","kind":"warning"}"#
            #expect(json.errors.contains(warning + "\n"))
        }
    }

    @Test func saysWhichReadingWasNotTaken() async throws {
        try await StubDaemon(reply: Self.desk).serve { stub in
            let words = ["scan", "--station", "desk", "--socket", stub.path]
            let full = try await Program.run(words, input: Array("A\nFULL\nB\n".utf8))
            #expect(full.status == 1)
            #expect(full.output == "accepted  done\n")
            #expect(
                full.errors.hasPrefix("outguide: reading 2 “FULL” WAS NOT TAKEN, and none after it: cannot take more")
            )
            let stopped = try await Program.run(words, input: Array("A\nSTOP\nB\n".utf8))
            #expect(stopped.status == 69)
            #expect(stopped.errors.hasPrefix("outguide: reading 2 “STOP” MAY NOT HAVE BEEN TAKEN, and none after it: "))
            let gone = try await Program.run(words, input: Array("C\n".utf8))
            #expect(gone.status == 69)
            #expect(gone.errors.hasPrefix("outguide: reading 1 “C” WAS NOT TAKEN, and none after it: cannot reach"))
        }
    }
}
