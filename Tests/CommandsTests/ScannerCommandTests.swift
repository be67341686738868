import StubDaemon
import Testing

/// What the command line makes of answers about scanners.
@Suite struct ScannerCommandTests {
    private static let device = """
        {"framing":"suffix","interface":"00","label":null,"layout":"us","linear":true,"memory":true,\
        "name":"Bar\\u001bCode Gun","namedBy":"rule","node":"/dev/input/event5","port":"usb-1","prefix":"D",\
        "product":"1200","scanner":"05e0:1200:S1","serial":"S1","state":"reading","station":"counter",\
        "suffix":"\\u001b#","transport":"keyboard","vendor":"05e0"}
        """

    private static func pairing(_ state: String, _ message: String) -> String {
        let scanner = state == "paired" ? device : "null"
        return """
            event: pairing\ndata: {"layouts":["us","gb"],"message":"\(message)","rows":["101","010","111"],\
            "scanner":\(scanner),"seconds":60,"state":"\(state)","text":"CT990000036Z"}\n\n
            """
    }

    @Test func listsScannersWithoutHarm() async throws {
        try await StubDaemon { _ in .page(Self.device) }.serve { stub in
            let people = try await Program.run(["scanner", "list", "--socket", stub.path])
            #expect(people.output.contains("05e0:1200:S1"))
            #expect(people.output.contains("Bar\u{FFFD}Code Gun"))
            #expect(people.output.contains("prefix D, suffix \u{FFFD}#, memory, linear"))
            let json = try await Program.run(["scanner", "ls", "--json", "--socket", stub.path])
            #expect(json.output == Samples.list([Self.device], total: 1))
            let quiet = try await Program.run(["scanner", "list", "-q", "--socket", stub.path])
            #expect(quiet.output == "05e0:1200:S1\n")
        }
    }

    @Test func pairingShowsTheBarcodeAndThenTheScanner() async throws {
        let events = [Self.pairing("listening", "scan it"), ": listening\n\n", Self.pairing("paired", "it is paired")]
        try await StubDaemon { _ in .brokenStream(events) }.serve { stub in
            let words = ["scanner", "pair", "--station", "counter", "--framing", "idle", "--socket", stub.path]
            let people = try await Program.run(words)
            #expect(people.status == 0)
            // Four light modules around the dark ones, two rows of modules a line.
            let lines = people.output.split(separator: "\n")
            #expect(lines.prefix(2) == ["███████████", "███████████"])
            #expect(lines[2] == "████▄▀▄████")
            #expect(people.output.contains("CT990000036Z\nscan it (60 seconds)\n"))
            #expect(people.output.contains("paired  it is paired at counter; its keys fit us, gb\n"))
            #expect(stub.requests.first?.target == "/v1/scanners/pairings")
            #expect(stub.requests.first?.text.contains(#""framing":"idle","#) == true)
            let quiet = try await Program.run(words + ["--quiet"])
            #expect(quiet.output == "CT990000036Z\n05e0:1200:S1\n")
        }
    }

    @Test func aPairingThatFailsEndsWithOneAndALostOneWithTheDaemonUnreachable() async throws {
        let listening = Self.pairing("listening", "scan it")
        try await StubDaemon { _ in .brokenStream([listening, Self.pairing("failed", "cannot pair: late")]) }.serve {
            let run = try await Program.run(["scanner", "pair", "--socket", $0.path])
            #expect(run.status == 1)
            #expect(run.output.hasSuffix("failed  cannot pair: late\n"))
            let quiet = try await Program.run(["scanner", "pair", "-q", "--socket", $0.path])
            #expect(quiet.errors == "outguide: cannot pair: late\n")
        }
        try await StubDaemon { _ in .brokenStream([listening]) }.serve {
            let run = try await Program.run(["scanner", "pair", "--socket", $0.path])
            #expect(run.status == 69)
        }
        try await StubDaemon { _ in .problem("not-permitted", status: 403, detail: "cannot let you") }.serve {
            let run = try await Program.run(["scanner", "pair", "--socket", $0.path])
            #expect(run.status == 5)
        }
        let usage = try await Program.run(["scanner", "pair", "--variant", "nodeadkeys"])
        #expect(usage.status == 64)
    }

    @Test(arguments: [("true", Int32(0)), ("false", 1)])
    func aTestShowsKeysAndFindings(isGood: String, status: Int32) async throws {
        let events = [
            #"event: test\#ndata: {"expected":"CT990000000Z","rows":[],"scanner":"s"}\#n\#n"#,
            #"event: signal\#ndata: {"action":"pressed","at":"2026-11-21T05:50:09.000000Z","bytes":null,"ending":null,"#
                + #""key":"KEY_A","kind":"key","message":null,"symbology":null,"text":"a"}\#n\#n"#,
            #"event: judgement\#ndata: {"findings":[{"advice":"set it","isGood":\#(isGood),"message":"seen"}],"#
                + #""isGood":\#(isGood)}\#n\#n"#,
        ]
        try await StubDaemon { _ in .stream(events) }.serve { stub in
            let words = ["scanner", "test", "a:b/c", "--expect", "K 1", "--once", "--socket", stub.path]
            let run = try await Program.run(words)
            #expect(run.status == status)
            #expect(run.output.contains("05:50:09  KEY_A             a\n"))
            #expect(run.output.contains("seen\n        → set it\n"))
            #expect(stub.requests.first?.target == "/v1/scanners/a%3Ab%2Fc/test?expected=K%201")
        }
    }

    @Test func aScannerIsForgotten() async throws {
        try await StubDaemon { _ in .answer(status: 204, type: "", body: []) }.serve { stub in
            let run = try await Program.run(["scanner", "forget", "05e0:1200:S1", "--socket", stub.path])
            #expect(run.status == 0)
            #expect(stub.requests.map(\.method) == ["DELETE"])
        }
    }
}
