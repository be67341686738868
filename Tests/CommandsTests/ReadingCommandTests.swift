import StubDaemon
import Testing

@Suite struct ReadingCommandTests {
    private static func reading(_ number: Int, text: String, verdict: String) -> String {
        """
        {"batch":null,"bytes":"QlgH","ending":"enter","entry":7,"kind":"relocated","occurredAt":\
        "2026-11-21T05:50:09.000000Z","port":"usb-1","principal":"daemon","product":"1200","reading":\(number),\
        "recordedAt":"2026-11-21T05:50:10.000000Z","role":null,"scanner":"counter gun","serial":"S1","station":"desk",\
        "symbology":"code128","text":\(text),"transport":"keyboard","vendor":"05e0","verdict":\(verdict)}
        """
    }

    @Test func listsPagesNewestFirst() async throws {
        try await StubDaemon { request in
            request.target.contains("cursor=2")
                ? .page(Self.reading(1, text: "null", verdict: "null"))
                : .page(Self.reading(2, text: #""BX\u0007""#, verdict: #""accepted""#), next: "2")
        }.serve { stub in
            let run = try await Program.run(["reading", "list", "--limit", "0", "--socket", stub.path])
            #expect(run.output.contains("BX\u{FFFD}"))
            #expect(run.output.contains("(QlgH in base64)"))
            #expect(run.output.contains("waits"))
            let quiet = try await Program.run(["reading", "ls", "--limit", "0", "-q", "--socket", stub.path])
            #expect(quiet.output == "2\n1\n")
        }
    }

    @Test func showsOneWithEverythingThatIsKnown() async throws {
        try await StubDaemon { request in
            request.target == "/v1/readings/2"
                ? .json(Self.reading(2, text: #""BX""#, verdict: #""refused""#))
                : .problem("unknown-reading", status: 404, detail: "cannot find it")
        }.serve { stub in
            let run = try await Program.run(["reading", "show", "2", "--socket", stub.path])
            for part in ["counter gun", "05e0:1200:S1", "usb-1", "enter", "code128", "keyboard", "refused", "desk"] {
                #expect(run.output.contains(part), "\(part)")
            }
            #expect(try await Program.run(["reading", "show", "3", "--socket", stub.path]).status == 3)
            #expect(try await Program.run(["reading", "show", "0", "--socket", stub.path]).status == 64)
        }
    }
}
