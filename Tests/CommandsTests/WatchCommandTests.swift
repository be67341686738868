import StubDaemon
import Testing

@Suite struct WatchCommandTests {
    @Test func goesOnAfterTheLastEntry() async throws {
        let reply: @Sendable (StubRequest) -> StubReply = { request in
            switch (request.target, request.headers["last-event-id"]) {
            case ("/v1/status", _): .json(Samples.status)
            case (_, "41"): .brokenStream(["event: entry\nid: 42\ndata: \(Samples.entry(42))\n\n"])
            case (_, "42"):
                .stream(
                    [42, 43].map { (number: Int64) in "event: entry\nid: \(number)\ndata: \(Samples.entry(number))\n\n"
                    }
                        + ["event: outcome\ndata: \(Samples.outcome("attention", "look"))\n\n"]
                )
            default: .problem("invalid-request", status: 400, detail: "cannot")
            }
        }
        try await StubDaemon(reply: reply).serve { stub in
            let people = try Program(["watch", "--socket", stub.path])
            #expect(await people.nextLine() == "05:50:01  entry 42  relocated  BX0000000014 → Shelf 3  by root")
            #expect(await people.nextLine() == "05:50:01  entry 43  relocated  BX0000000014 → Shelf 3  by root")
            #expect(await people.nextLine() == "t  attention look")
            people.interrupt()
            let end = await people.finish()
            #expect(end.status == 128 + 2)
            #expect(end.errors.contains("outguided has gone away"))
            #expect(end.errors.contains("outguided is back"))

            let programs = try Program(["watch", "--json", "--socket", stub.path])
            #expect(await programs.nextLine() == #"{"data":\#(Samples.entry(42)),"event":"entry"}"#)
            programs.interrupt()
            _ = await programs.finish()
        }
    }

    @Test func saysThatTheDaemonIsAwayAtOnce() async throws {
        #expect(try await Program.run(["watch", "--socket", "/no/such/socket"]).status == 69)
    }
}
