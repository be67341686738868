import Testing
import Vocabulary

@testable import CommandBasics

@Suite struct UsageTests {
    @Test(arguments: [
        ("charge-ou FD1 --to PN1", "outguide charge-ou", "did you mean “outguide charge-out”?"),
        ("wher FD1", "outguide wher", "“outguide where”"),
        ("hsitory FD1 --json", "outguide hsitory", "“outguide history”"),
        ("itm list", "outguide itm", "“outguide item”"),
        ("item lst", "outguide item lst", "“outguide item list”"),
        ("label batch resum 7 --in-doubt print", "outguide label batch resum", "“outguide label batch resume”"),
        ("--socket where werhe FD1", "outguide werhe", "“outguide where”"),
        ("help wher", "outguide wher", "“outguide where”"),
        ("unseal FD1 --order 7", "outguide unseal", "“outguide item unseal”"),
        ("cont BX1", "outguide cont", "“outguide container”"),
        ("xyzzy", "outguide xyzzy", "“outguide --help” lists them"),
        ("item xyzzy", "outguide item xyzzy", "“outguide item --help” lists them"),
    ])
    func aMistypedCommandIsNamedBeforeItsOptionsAreJudged(line: String, typed: String, way: String) async throws {
        let result = try await Program.run(line.split(separator: " ").map(String.init))
        #expect(result.status == 64)
        #expect(result.output == "")
        let text = result.errors
        if !line.contains("--json") { #expect(text.hasPrefix("outguide: cannot find a command “\(typed)”; ")) }
        #expect(text.contains(way))
        #expect(text.split(separator: "\n").count == 1)
    }

    @Test(arguments: [
        ("where FD1 --jsn", "cannot run “outguide where”: it has no option --jsn; did you mean --json?"),
        ("where FD1 --to X", "cannot run “outguide where”: it has no option --to; see “outguide where --help”"),
        ("item list --limt 3", "cannot run “outguide item list”: it has no option --limt; did you mean --limit?"),
        ("charge-out FD1", "cannot run “outguide charge-out”: missing expected argument '--to <barcode>'"),
        ("where FD1 FD2", "cannot run “outguide where”: unexpected argument 'FD2'"),
        ("item list --limit many", "cannot run “outguide item list”: the value 'many' is invalid for '--limit"),
        ("move FD1", "cannot run “outguide move”: "),
    ])
    func whatTheParserRefusesReadsAsEveryOtherFailure(line: String, message: String) async throws {
        let result = try await Program.run(line.split(separator: " ").map(String.init))
        #expect(result.status == 64)
        #expect(result.errors.hasPrefix("outguide: \(message)"), "\(result.errors)")
        #expect(result.errors.contains(" --help”"))
    }

    @Test(arguments: [
        ("wher FD1 --json", 64, "usage"), ("--json where", 64, "usage"), ("where --bogus --json", 64, "usage"),
        ("where FD1 --json", 69, "unreachable"), ("history FD1 --json", 69, "unreachable"),
        ("item add --title x --json --socket /dev/null/x", 69, "unreachable"),
    ])
    func failuresAreJSONForPrograms(line: String, status: Int32, kind: String) async throws {
        let variables = ["OUTGUIDE_SOCKET": "/no/such/socket"]
        let result = try await Program.run(line.split(separator: " ").map(String.init), environment: variables)
        #expect(result.status == status)
        let lines = result.errors.split(separator: "\n")
        #expect(lines.count == 1)
        #expect(lines.last?.hasPrefix(#"{"detail":"cannot "#) == true, "\(result.errors)")
        #expect(lines.last?.hasSuffix(#","exitStatus":\#(status),"kind":"\#(kind)"}"#) == true, "\(result.errors)")
    }

    @Test func warningsAreJSONForPrograms() async throws {
        let result = try await Program.run(["decode", "/no/such/file.png", "--json"])
        #expect(result.status == 74)
        #expect(result.errors.hasPrefix(#"{"detail":"/no/such/file.png: cannot read"#), "\(result.errors)")
        #expect(result.errors.hasSuffix(#","kind":"warning"}"# + "\n"))
    }

    @Test func helpIsNoFailure() async throws {
        let lines = [
            ["--help"], ["help", "where"], ["where", "--help"], ["--version"],
            ["--generate-completion-script", "bash"],
        ]
        for words in lines {
            let result = try await Program.run(words)
            #expect(result.status == 0)
            #expect(result.errors == "")
            #expect(!result.output.isEmpty)
        }
    }

    @Test func nearIsASlipForThreeLetters() {
        #expect(Spelling.nearest(to: "wher", among: ["where", "when", "history"]) == ["when", "where"])
        #expect(Spelling.nearest(to: "--to", among: ["--json", "--at"]) == [])
        #expect(Spelling.nearest(to: "chrge", among: ["charge-out", "contents"]) == ["charge-out"])
        #expect(Spelling.nearest(to: "x", among: ["y", "add"]) == [])
        #expect(Spelling.nearest(to: "WHERE", among: ["where"]) == ["where"])
        #expect(Spelling.nearest(to: "his", among: ["history", "hold"]) == ["history"])
    }

    @Test(arguments: [
        " FD1", "FD1 ", "\tFD1\r\n", "\u{FEFF}FD1", "\u{A0}FD1\u{A0}", "\u{202A}FD1\u{202C}", "\u{200B}FD1",
        "\u{3000}FD1",
    ])
    func aPastedBarcodeLosesWhatIsAroundIt(pasted: String) {
        #expect(BarcodeArgument(argument: pasted)?.text == "FD1")
        #expect(EntryArgument(argument: pasted.replacing("FD1", with: "12"))?.number == 12)
    }

    @Test func aBarcodeKeepsWhatIsInsideIt() {
        #expect(BarcodeArgument(argument: "A 1\u{200B}2")?.text == "A 1\u{200B}2")
        #expect(BarcodeArgument(argument: " \u{FEFF} ") == nil)
    }

    // 0xE9 is é in ISO 8859-1; the others are a cut sequence, a lone continuation, a surrogate and an overlong zero.
    @Test(
        arguments: [[0xE9], [0xC3], [0x80], [0xED, 0xA0, 0x80], [0xC0, 0x80], [0xF5, 0x80, 0x80, 0x80]] as [[UInt8]]
    )
    func argumentsInAnotherEncodingAreRefused(bytes: [UInt8]) async throws {
        let words: [[UInt8]] = [
            Array("item".utf8), Array("add".utf8), Array("--title".utf8), Array("caf".utf8) + bytes,
        ]
        let program = try Program(bytes: words, environment: ["OUTGUIDE_SOCKET": "/no/such/socket"])
        let result = await program.finish()
        #expect(result.status == 64)
        #expect(result.errors.hasPrefix("outguide: cannot use argument 4, “caf\\x"), "\(result.errors)")
        #expect(result.errors.contains("iconv"))
    }
}
