import Foundation
import TestSupport
import Testing

@testable import Localization

@Suite struct CatalogueTests {
    @Test(arguments: [false, true]) func readsBothByteOrders(isBigEndian: Bool) throws {
        var written = CatalogueBytes()
        written.isBigEndian = isBigEndian
        let catalogue = try Catalogue(mo: written.bytes, file: "de.mo")
        #expect(catalogue.translation(of: "due") == "fällig")
        #expect(catalogue.translation(of: "shelf", context: "location") == "Regal")
        #expect(catalogue.translation(of: "shelf") == nil)
        #expect(catalogue.translation(of: "{count} page", count: 1) == "{count} Seite")
        #expect(catalogue.translation(of: "{count} page", count: 12) == "{count} Seiten")
        #expect(catalogue.translation(of: "missing") == nil)
        #expect(catalogue.translation(of: "") == nil)
        #expect(catalogue.language == LanguageTag("de-DE"))
        #expect(catalogue.originals.count == 4)
        #expect(catalogue.originals.contains { $0.plural == "{count} pages" && $0.text == "{count} page" })
        #expect(catalogue.originals.contains { $0.context == "location" && $0.text == "shelf" })
    }

    @Test func readsWhatMsgfmtWrites() async throws {
        let directory = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
        try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: directory) }
        let source = directory.appending(path: "pl.po")
        let text = """
            msgid ""
            msgstr "Content-Type: text/plain; charset=UTF-8\\nLanguage: pl\\nPlural-Forms: nplurals=3; plural=n==1 ? 0 : \
            n%10>=2 && n%10<=4 && (n%100<10 || n%100>=20) ? 1 : 2;\\n"

            #, python-brace-format
            msgid "{count} page"
            msgid_plural "{count} pages"
            msgstr[0] "{count} strona"
            msgstr[1] "{count} strony"
            msgstr[2] "{count} stron"

            msgctxt "on a shelf"
            msgid "due"
            msgstr "do zwrotu"

            msgid "long"
            msgstr ""
            "two "
            "lines"
            """
        try text.write(to: source, atomically: true, encoding: .utf8)
        for option in ["--endianness=little", "--endianness=big", "--no-hash", "--alignment=16"] {
            let object = directory.appending(path: "pl.mo")
            let run = try await ChildRun.of("/usr/bin/msgfmt", ["--check", option, "-o", object.path, source.path])
            try #require(run.status == 0, "\(run.errors)")
            let catalogue = try Catalogue(mo: Array(try Data(contentsOf: object)), file: object.path)
            let forms = [1, 3, 5, 22].map { catalogue.translation(of: "{count} page", count: $0) }
            #expect(forms == ["{count} strona", "{count} strony", "{count} stron", "{count} strony"], "\(option)")
            #expect(catalogue.translation(of: "due", context: "on a shelf") == "do zwrotu")
            #expect(catalogue.translation(of: "long") == "two lines")
        }
    }

    private static func fault(_ bytes: [UInt8]) -> CatalogueError.Fault? {
        do {
            _ = try Catalogue(mo: bytes, file: "de.mo")
            return nil
        } catch {
            return error.fault
        }
    }

    private static func fault(_ messages: [(String, String)], isSorted: Bool = true) -> CatalogueError.Fault? {
        fault(CatalogueBytes(messages: messages, isSorted: isSorted).bytes)
    }

    @Test func refusesWhatIsNoCatalogue() {
        let bytes = CatalogueBytes().bytes
        #expect(Self.fault([]) == .notACatalogue)
        #expect(Self.fault(Array(bytes.prefix(27))) == .notACatalogue)
        #expect(Self.fault([1] + bytes.dropFirst()) == .notACatalogue)
        #expect(Self.fault(Array(bytes[..<4]) + [1] + bytes[5...]) == .revision(1))
        #expect(Self.fault(Array(bytes.dropLast())) == .truncated)
        #expect(Self.fault(Array(bytes[..<8]) + [255, 255, 255, 255] + bytes[12...]) == .tooManyMessages(.max))
        #expect(Self.fault(Array(bytes[..<12]) + [255, 255, 255, 255] + bytes[16...]) == .truncated)
        #expect(Self.fault([UInt8](repeating: 0, count: Catalogue.largest + 1)) == .tooLarge)
    }

    @Test func refusesFaultyTexts() {
        let header = ("", CatalogueBytes.header)
        #expect(Self.fault([("a", "b")]) == .noHeader)
        #expect(Self.fault([("", "Language: de\n")]) == .characterSet("not stated"))
        #expect(Self.fault([("", "Content-Type: text/plain; charset=ISO-8859-1\n")]) == .characterSet("ISO-8859-1"))
        #expect(Self.fault([header, ("b", "x"), ("a", "y")], isSorted: false) == .unsorted(3))
        #expect(Self.fault([header, ("a", "x"), ("a", "y")]) == .unsorted(3))
        #expect(Self.fault([header, ("a", "\u{1b}[2J")]) == .controlCharacter(2))
        #expect(Self.fault([header, ("a\0as", "x")]) == .formCount(2))
        #expect(Self.fault([header, ("a\0as", "x\0y\0z")]) == .formCount(2))
        #expect(Self.fault([header, ("a", String(repeating: "x", count: 65_537))]) == .longMessage(2))
        let plural = "Content-Type: text/plain; charset=UTF-8\nPlural-Forms: nplurals=2; plural=n/0;\n"
        #expect(Self.fault([("", plural)]) == .pluralRule(.divisionByZero(count: 0)))
    }

    @Test func refusesBytesThatAreNotUTF8() throws {
        var bytes = CatalogueBytes().bytes
        let index = try #require(bytes.firstRange(of: Array("fällig".utf8))).lowerBound
        bytes[index + 1] = 0xff
        guard case .notUTF8 = Self.fault(bytes) else {
            Issue.record("not refused")
            return
        }
    }

    /// Many descriptors of one long text would cost the product of both.
    @Test func refusesTextsThatOverlap() {
        let written = CatalogueBytes(messages: [
            ("", CatalogueBytes.header), ("a", "x"), ("b", String(repeating: "y", count: 9_000)),
        ])
        var bytes = written.bytes
        let table = 28 + 8 * 3
        let long = Array(bytes[(table + 16)..<(table + 24)])
        bytes.replaceSubrange(table..<table + 8, with: long)
        bytes.replaceSubrange((table + 8)..<(table + 16), with: long)
        #expect(Self.fault(bytes) == .overlapping)
    }

    @Test func namesTheFileTheCauseAndTheRemedy() {
        let error = CatalogueError(file: "/etc/outguide/locale/de/LC_MESSAGES/outguide.mo", .notUTF8(7))
        #expect(
            error.description == """
                cannot use the message catalogue /etc/outguide/locale/de/LC_MESSAGES/outguide.mo: message 7 is not UTF-8; \
                convert its source with msgconv --to-code=UTF-8 and compile it again
                """
        )
    }
}
