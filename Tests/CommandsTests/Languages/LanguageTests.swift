import StubDaemon
import Testing
import Vocabulary

@testable import CommandBasics
@testable import Terminal

/// People read the language and the formats of their locale; programs read English.
@Suite struct LanguageTests {
    private static let german = GermanCatalogue(messages: [
        ("before a place\u{4}is in", "ist in"), ("kind of container\u{4}box", "Schachtel"),
        ("heading\u{4}since", "seit"),
        ("{time} (seen {sighting})", "{time} (gesehen: {sighting})"), ("how something was seen\u{4}direct", "selbst"),
        ("{place} holds nothing", "{place} ist leer"),
        (
            "cannot reach outguided at {file}: {reason}; is it running? start it with “systemctl start outguided”, or name "
                + "its socket with --socket", "outguided ist unter {file} nicht erreichbar: {reason}"
        ),
        ("there is no such socket", "diesen Socket gibt es nicht"),
    ])

    @Test func linesAreTranslated() async throws {
        let files = try ScratchFiles()
        let environment = try Self.german.write(to: files)
        try await StubDaemon { _ in .json(Samples.whereabouts) }.serve { stub in
            let words = ["where", "BX0000000014", "--socket", stub.path]
            let result = try await Program.run(words, environment: environment)
            let expected = """
                BX0000000014 Schachtel (Smith v. Jones)
                  ist in  Courthouse › Room 1 › Shelf 3
                  seit    21.11.2026, 05:50 UTC (gesehen: selbst)

                """
            #expect(result.output == expected)
            #expect(stub.requests.last?.headers["accept-language"] == "de-DE")
            let json = try await Program.run(words + ["--json"], environment: environment)
            #expect(json.output.filter { !$0.isWhitespace } == Samples.whereabouts.filter { !$0.isWhitespace })
            #expect(stub.requests.last?.headers["accept-language"] == nil)
        }
    }

    @Test func remarksAndFailuresAreTranslated() async throws {
        let files = try ScratchFiles()
        let environment = try Self.german.write(to: files)
        try await StubDaemon { _ in .page("") }.serve { stub in
            let result = try await Program.run(["contents", "LC", "--socket", stub.path], environment: environment)
            #expect(result.errors == "LC ist leer\n")
        }
        let words = ["where", "B", "--socket", "/no/such/socket"]
        let result = try await Program.run(words, environment: environment)
        let text = "outguided ist unter /no/such/socket nicht erreichbar: diesen Socket gibt es nicht"
        #expect(result.errors == "outguide: \(text)\n")
        let json = try await Program.run(words + ["--json"], environment: environment)
        #expect(json.errors.hasPrefix(#"{"detail":"cannot reach outguided"#), "\(json.errors)")
    }

    @Test(arguments: [["LC_ALL": "C"], ["LC_ALL": "C.UTF-8", "LANGUAGE": "de"], [:], ["LC_MESSAGES": "en_GB.UTF-8"]])
    func englishAsksForNoOtherLanguage(locale: [String: String]) async throws {
        let files = try ScratchFiles()
        let environment = try Self.german.write(to: files).merging(locale) { $1 }
            .filter { $0.key != "LC_ALL" || locale["LC_ALL"] != nil }
        try await StubDaemon { _ in .json(Samples.whereabouts) }.serve { stub in
            let words = ["where", "BX0000000014", "--socket", stub.path]
            let result = try await Program.run(words, environment: environment)
            #expect(result.output.contains("  is in  Courthouse"))
            #expect(result.output.contains("2026-11-21 05:50 UTC"))
            #expect(stub.requests.last?.headers["accept-language"] == nil)
        }
    }

    @Test func aCatalogueThatCannotBeUsedIsReportedOnce() async throws {
        let files = try ScratchFiles()
        let environment = try GermanCatalogue.write(Array("no catalogue".utf8), to: files)
        try await StubDaemon { _ in .json(Samples.whereabouts) }.serve { stub in
            let words = ["where", "BX0000000014", "--socket", stub.path]
            let result = try await Program.run(words, environment: environment)
            #expect(result.output.contains("  is in  Courthouse"))
            let lines = result.errors.split(separator: "\n")
            #expect(lines.count == 1, "\(result.errors)")
            #expect(lines.first?.contains("\(files.path)/de/LC_MESSAGES/outguide.mo") == true, "\(result.errors)")
        }
    }

    @Test func timesAndNumbersHaveLocalesOfTheirOwn() {
        let variables = ["LANG": "en_US.UTF-8", "LC_TIME": "de_DE.UTF-8", "LC_NUMERIC": "fr_FR.UTF-8"]
        Reader.$current.withValue(Reader { variables[$0] }) {
            SiteClock.$current.withValue(SiteClock(.utc)) {
                #expect(Moment.of("2026-11-21T15:50:09Z").shown == "21.11.2026, 15:50 UTC")
                #expect(Moment.clock("2026-11-21T15:50:09Z") == "15:50:09")
                #expect(12_345.styled.parts.map(\.text) == ["12\u{202f}345"])
            }
        }
    }

    @Test func latenessIsToldWhereTheLocaleIsKnown() {
        func due(_ locale: String) -> String {
            Reader.$current.withValue(Reader { $0 == "LC_ALL" ? locale : nil }) {
                SiteClock.$current.withValue(SiteClock(.utc)) { Moment.due("2020-01-01T23:59:00Z", isLate: true).shown }
            }
        }
        #expect(due("C") == "2020-01-01 23:59 UTC")
        #expect(due("en_GB").hasPrefix("1 Jan 2020, 23:59 UTC, "))
        #expect(due("en_GB").hasSuffix(" weeks late"))
    }
}
