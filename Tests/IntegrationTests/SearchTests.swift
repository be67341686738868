import Foundation
import TestSupport
import Testing

/// From what a copier scans to what a clerk finds.
@Suite struct SearchTests {
    /// A page with a barcode and a line of text, as PDF.
    private func page(_ barcode: String, _ line: String, in folder: DropFolderBed) async throws -> Data {
        let script = """
            cd "$0" && zint -b 20 -d "$1" --scale=2 --quietzones -o code.eps && {
                echo "%!PS"; echo "/showpage {} def gsave 60 500 translate"; cat code.eps
                echo "grestore /Helvetica findfont 24 scalefont setfont 60 300 moveto ($2) show"
                echo "systemdict /showpage get exec"
            } > page.ps && gs -q -dBATCH -dNOPAUSE -sDEVICE=pdfimage8 -r200 -sOutputFile=page.pdf page.ps
            """
        let directory = folder.bed.scratch("page-" + UUID().uuidString)
        try FileManager.default.createDirectory(atPath: directory, withIntermediateDirectories: true)
        let made = try await ChildRun.of("/bin/sh", ["-c", script, directory, barcode, line])
        guard made.status == 0 else { throw DaemonBedError.notReady("the page: " + made.errors) }
        return try Data(contentsOf: URL(filePath: directory + "/page.pdf"))
    }

    @Test func whatIsWrittenOnAFiledPageIsFoundUntilItIsExpunged() async throws {
        let settings = "textLanguages: [eng]\nonePrincipalExpunges: true"
        try await DropFolderBed.with(settings: settings) { folder in
            let bed = folder.bed
            let smith = try await bed.outguide("item", "add", "--title", "Smith & Söhne 100%", "--quiet").answer
            try folder.drop(try await page(smith, "Lease of the windmill", in: folder), as: "1.pdf")
            try await folder.emptied()
            try await folder.said("recognised the text of a document")
            let entry = try #require(try await folder.documents().first?["entry"] as? Int)
            let hits = try #require(try await bed.json("search", "windmill", "LEASE") as? [[String: Any]])
            let hit = try #require(hits.first)
            #expect(hits.count == 1)
            #expect(hit["barcode"] as? String == smith)
            #expect(hit["entry"] as? Int == entry)
            #expect(hit["page"] as? Int == 1)
            #expect((hit["snippet"] as? String)?.contains("Lease of the windmill") == true)
            // A title is found at once, as it is typed.
            #expect(try await bed.outguide("search", "sohne & 100%", "--quiet").answer == smith)
            #expect(try await bed.outguide("search", "nobody").output.isEmpty)
            #expect(try await bed.outguide("search", "&").status == 64)

            let asked = try await bed.outguide("item", "expunge", smith, "--order", "A 1", "--reason", "sealed")
            #expect(asked.status == 0)
            #expect(try await bed.outguide("item", "expunge", smith, "--approve").status == 0)
            #expect(try await bed.outguide("search", "windmill").output.isEmpty)
        }
    }

    @Test func aThingIsFoundByItsNumbersAsTheyAreTyped() async throws {
        try await DaemonBed.with { bed in
            let smith = try await bed.outguide("item", "add", "--title", "Smith", "--quiet").answer
            #expect(try await bed.outguide("label", "alias", smith, "2019 CV 77").status == 0)
            for typed in [smith, smith.lowercased(), " \(smith)\n", "2019 CV 77"] {
                let hits = try #require(try await bed.json("search", typed) as? [[String: Any]])
                #expect(hits.map { $0["barcode"] as? String } == [smith], "\(typed)")
                #expect(hits.map { $0["foundIn"] as? String } == ["barcode"], "\(typed)")
            }
            // A title that names another thing's number comes after the thing itself.
            let about = try await bed.outguide("item", "add", "--title", "Copy of \(smith)", "--quiet").answer
            #expect(try await bed.outguide("search", smith, "--quiet").answer == "\(smith)\n\(about)")
            let first = try await bed.outguide("search", smith, "--limit", "1")
            #expect(first.errors.contains("1 of 2 shown"), "\(first.errors)")

            for command in ["where", "history", "contents"] {
                let lost = try await bed.outguide(command, "smith")
                #expect(lost.status == 3)
                #expect(lost.errors.contains("search finds things by their titles"), "\(lost.errors)")
            }
        }
    }

    @Test func whatADaemonThatWasKilledDidNotRecogniseTheNextOneDoes() async throws {
        try await DropFolderBed.with(settings: "textLanguages: [eng]") { folder in
            let bed = folder.bed
            let smith = try await bed.outguide("item", "add", "--quiet").answer
            try folder.drop(try await page(smith, "Inventory of the barn", in: folder), as: "1.pdf")
            try await folder.emptied()
            try await bed.kill()
            try await bed.start()
            try await folder.said("recognised the text of a document")
            #expect(try await bed.outguide("search", "barn", "--quiet").answer == smith)
        }
    }

    @Test func aLanguageThatIsNotInstalledIsNamedAndScansAreFiledAllTheSame() async throws {
        try await DropFolderBed.with(settings: "textLanguages: [xx_yyy]") { folder in
            let smith = try await folder.bed.outguide("item", "add", "--title", "Smith", "--quiet").answer
            try folder.drop(try await folder.scan([smith]), as: "1.tif")
            try await folder.emptied()
            #expect(try await folder.documents().count == 1)
            try await folder.said("install tesseract-ocr-xx-yyy")
            #expect(try await folder.bed.outguide("search", "smith", "--quiet").answer == smith)
        }
    }

    /// A page with a barcode and a line of text in a font that is not in the file, as a word processor writes it.
    private func electronicPage(
        _ barcode: String,
        _ line: String,
        font: String = "Helvetica",
        in folder: DropFolderBed
    ) async throws -> Data {
        let script = """
            cd "$0" && zint -b 20 -d "$1" --scale=2 --quietzones -o code.eps && {
                echo "%!PS"; echo "/showpage {} def gsave 60 500 translate"; cat code.eps
                echo "grestore /$3 findfont 24 scalefont setfont 60 300 moveto ($2) show"
                echo "systemdict /showpage get exec"
            } > page.ps && gs -q -dBATCH -dNOPAUSE -sDEVICE=pdfwrite -dEmbedAllFonts=false -sOutputFile=page.pdf page.ps \\
                && pdffonts page.pdf | grep -q "$3 .* no *no *[a-z]* *[0-9]"
            """
        let directory = folder.bed.scratch("page-" + UUID().uuidString)
        try FileManager.default.createDirectory(atPath: directory, withIntermediateDirectories: true)
        let made = try await ChildRun.of("/bin/sh", ["-c", script, directory, barcode, line, font])
        guard made.status == 0 else { throw DaemonBedError.notReady("the page: " + made.errors + made.output) }
        return try Data(contentsOf: URL(filePath: directory + "/page.pdf"))
    }

    @Test func pagesInFontsThatAreNotInTheirFilesAreFound() async throws {
        try await DropFolderBed.with(settings: "textLanguages: [eng]") { folder in
            let smith = try await folder.bed.outguide("item", "add", "--quiet").answer
            let fonts = [("Helvetica", "windmill"), ("Times-Roman", "orchard"), ("Courier-Bold", "granary")]
            for (font, word) in fonts {
                let page = try await electronicPage(smith, "Lease of the \(word)", font: font, in: folder)
                try folder.drop(page, as: "\(word).pdf")
                try await folder.emptied()
            }
            for (index, (font, word)) in fonts.enumerated() {
                try await folder.said("recognised the text of a document", times: index + 1)
                #expect(try await folder.bed.outguide("search", word, "--quiet").answer == smith, "\(font)")
            }
        }
    }

    /// Tables of a machine without German, to which it is added later.
    private static func tables(_ body: (String) async throws -> Void) async throws {
        let directory =
            FileManager.default.temporaryDirectory.path() + "/outguide-tables-" + UUID().uuidString.prefix(8)
        try FileManager.default.createDirectory(atPath: directory, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: directory) }
        try FileManager.default.copyItem(atPath: english, toPath: directory + "/eng.traineddata")
        try await body(directory)
    }

    private static let english = "/usr/share/tesseract-ocr/5/tessdata/eng.traineddata"

    @Test func aMissingLanguageIsNamedAndCountsOnceItIsInstalled() async throws {
        try await Self.tables { tables in
            let settings = "textLanguages: [deu, eng]"
            try await DropFolderBed.with(settings: settings, environment: ["TESSDATA_PREFIX": tables]) { folder in
                let bed = folder.bed
                let smith = try await bed.outguide("item", "add", "--quiet").answer
                try folder.drop(try await page(smith, "Lease of the windmill", in: folder), as: "1.pdf")
                try await folder.emptied()
                try await folder.said("recognised the text of a document")
                #expect(try await bed.outguide("search", "windmill", "--quiet").answer == smith)
                #expect(bed.said.contains("apt install tesseract-ocr-deu"))
                let status = try #require(try await bed.json("status") as? [String: Any])
                #expect((status["textTrouble"] as? String)?.contains("apt install tesseract-ocr-deu") == true)
                #expect(try await bed.outguide("status", "--check").output.contains("deu cannot be recognised"))
                #expect(try await bed.outguide("doctor").output.contains("eng can be recognised"))

                // Half of a table, as while a package is being unpacked; then all of it.
                let whole = try Data(contentsOf: URL(filePath: Self.english))
                try whole.prefix(whole.count / 2).write(to: URL(filePath: tables + "/deu.traineddata"))
                try await folder.said("damaged")
                try whole.write(to: URL(filePath: tables + "/deu.traineddata"), options: .atomic)
                try await folder.said("a language can be recognised now")
                // What was read meanwhile is read again.
                try await folder.said("recognised the text of a document", times: 2)
                #expect(try await bed.outguide("search", "windmill", "--quiet").answer == smith)
                let after = try #require(try await bed.json("status") as? [String: Any])
                #expect(after["textTrouble"] is NSNull)
            }
        }
    }

    @Test func languagesAreChangedWithoutARestart() async throws {
        try await DropFolderBed.with { folder in
            let bed = folder.bed
            let smith = try await bed.outguide("item", "add", "--quiet").answer
            try folder.drop(try await page(smith, "Inventory of the barn", in: folder), as: "1.pdf")
            try await folder.emptied()
            #expect(try await bed.outguide("search", "barn").output.isEmpty)
            try await folder.reload(settings: "textLanguages: [eng]")
            try await folder.said("recognised the text of a document")
            #expect(try await bed.outguide("search", "barn", "--quiet").answer == smith)
            #expect(!bed.said.contains("cannot change textLanguages"))
        }
    }

    @Test func withoutAnyTableThePagesSayTheirOwnText() async throws {
        try await DropFolderBed.with(settings: "textLanguages: [xx_yyy]") { folder in
            let smith = try await folder.bed.outguide("item", "add", "--quiet").answer
            try folder.drop(try await electronicPage(smith, "Lease of the orchard", in: folder), as: "1.pdf")
            try await folder.emptied()
            try await folder.said("recognised the text of a document")
            #expect(try await folder.bed.outguide("search", "orchard", "--quiet").answer == smith)
        }
    }
}
