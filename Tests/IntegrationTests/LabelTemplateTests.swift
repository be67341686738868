import Foundation
import TestSupport
import Testing

/// Templates, sheets and control barcodes, from the command line through the daemon.
@Suite struct LabelTemplateTests {
    private static let right = """
        name: mine
        media: {width: 60, height: 30}
        sheet: {page: {width: 130, height: 70}, columns: 2, rows: 2, left: 5, top: 5, across: 60, down: 30}
        elements:
          - barcode: {symbology: qr, content: "{barcode}", box: {x: 1, y: 1, width: 28, height: 28}, moduleWidth: 0.4, quietZone: 4}
          - text: {content: "{shade?} {title?}", font: Sans, size: 12, minimumSize: 6, box: {x: 30, y: 1, width: 29, height: 28}, align: start, maximumLines: 3}
        """

    /// A daemon whose site has templates of its own: a good one, one in the place of a shipped one, and a broken one.
    private func withSite(_ body: (DaemonBed) async throws -> Void) async throws {
        let directory = FileManager.default.temporaryDirectory.path + "/site-\(UUID().uuidString)"
        try FileManager.default.createDirectory(atPath: directory, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: directory) }
        let shipped = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../labels").path
        let files = [
            "mine": Self.right, "spine": Self.right.replacing("name: mine", with: "name: spine"),
            "broken": Self.right.replacing("{barcode}", with: "{title}").replacing("name: mine", with: "name: broken"),
        ]
        for (name, text) in files {
            try Data(text.utf8).write(to: URL(filePath: directory + "/\(name).yaml"))
        }
        try await DaemonBed.with(configuration: "labelDirectories: [\(directory), \(shipped)]", body)
    }

    @Test func siteTemplatesGoBeforeShippedOnesAndWrongOnesSayWhere() async throws {
        try await withSite { bed in
            let list = try #require(try await bed.json("label", "template", "list") as? [[String: Any]])
            let spine = try #require(list.first { $0["name"] as? String == "spine" })
            #expect(spine["labelsPerPage"] as? Int == 4)
            #expect(list.contains { $0["name"] as? String == "avery-5160" && $0["problem"] is NSNull })
            let broken = try #require(list.first { $0["name"] as? String == "broken" }?["problem"] as? String)
            #expect(broken.contains("line 5: a barcode holds {barcode} or {checkpoint} and nothing else"))
            let all = try await bed.outguide("label", "template", "check")
            #expect(all.status == 1)
            #expect(all.output.contains("line 5"))
            let file = bed.scratch("mine.yaml")
            try Data(Self.right.utf8).write(to: URL(filePath: file))
            #expect(try await bed.outguide("label", "template", "check", file).status == 0)
            try Data(Self.right.replacing("columns: 2", with: "columns: 3").utf8).write(to: URL(filePath: file))
            let wrong = try await bed.outguide("label", "template", "check", file)
            #expect(wrong.status == 1)
            #expect(wrong.output.contains("line 3: the labels leave the page of 130.0 × 70.0 millimetres"))
            // What would be refused where templates are is refused here, byte for byte.
            let draft = bed.scratch("draft.yaml")
            try Data(Self.right.utf8).write(to: URL(filePath: draft))
            let name = try await bed.outguide("label", "template", "check", draft)
            #expect(name.status == 1)
            #expect(name.output.contains("its file is called mine.yaml"))
            try (Data(Self.right.utf8) + Data([0x23, 0xFC, 0x0A])).write(to: URL(filePath: file))
            let latin = try await bed.outguide("label", "template", "check", file)
            #expect(latin.status == 1)
            #expect(latin.output.contains("the byte FC is not UTF-8"))
            try (Data([0xEF, 0xBB, 0xBF]) + Data(Self.right.utf8)).write(to: URL(filePath: file))
            let marked = try await bed.outguide("label", "template", "check", "--json", file)
            #expect(marked.status == 0, "\(marked.output)")
            #expect(marked.output.contains("\"resolutions\""))
        }
    }

    @Test func aPreviewHasTheSheetAsItWouldBePrinted() async throws {
        try await withSite { bed in
            var boxes: [String] = []
            for _ in 0..<3 { boxes.append(try await bed.outguide("container", "add", "--quiet").answer) }
            let path = bed.scratch("sheet.png")
            func preview(to path: String, page: String) async throws -> ChildRun {
                try await bed.outguide(
                    "label",
                    "preview",
                    boxes[0],
                    boxes[1],
                    boxes[2],
                    "--template",
                    "mine",
                    "--start-cell",
                    "3",
                    "--page",
                    page,
                    "--output",
                    path
                )
            }
            #expect(try await preview(to: path, page: "1").status == 0)
            #expect(try await codes(path) == boxes.prefix(2).sorted())
            #expect(try await preview(to: path, page: "2").status == 0)
            #expect(try await codes(path) == [boxes[2]])
            let third = try await preview(to: path, page: "3")
            #expect(third.status != 0)
            #expect(third.errors.contains("cannot show page 3: there are 2"))
            let document = bed.scratch("sheet.pdf")
            #expect(try await preview(to: document, page: "1").status == 0)
            let information = try await ChildRun.of("/usr/bin/pdfinfo", [document])
            #expect(information.output.contains("Pages:           2"))
            let sample = try await bed.outguide("label", "preview", "--dpi", "203x406", "--output", path)
            #expect(sample.status == 0, "\(sample.errors)")
            let size = try await ChildRun.of("/usr/bin/pngtopnm", [path])
            #expect(size.status == 0)
        }
    }

    /// A font that was installed after the daemon started: a check finds it, and labels are set in it.
    @Test func aNewFontIsFoundWithoutARestart() async throws {
        let fonts = FileManager.default.temporaryDirectory.path + "/fonts-\(UUID().uuidString)"
        try FileManager.default.createDirectory(atPath: fonts + "/new", withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: fonts) }
        let settings = """
            <?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>
            <dir>/usr/share/fonts/truetype/dejavu</dir><dir>\(fonts)/new</dir><cachedir>\(fonts)/cache</cachedir></fontconfig>
            """
        try Data(settings.utf8).write(to: URL(filePath: fonts + "/fonts.conf"))
        try await DaemonBed.with(environment: ["FONTCONFIG_FILE": fonts + "/fonts.conf"]) { bed in
            let file = bed.scratch("mine.yaml")
            let text = Self.right.replacing("font: Sans", with: "font: Lohit Devanagari")
            try Data(text.utf8).write(to: URL(filePath: file))
            let missing = try await bed.outguide("label", "template", "check", file)
            #expect(missing.status == 1)
            #expect(missing.output.contains("no font Lohit Devanagari is installed"), "\(missing.output)")
            try FileManager.default.copyItem(
                atPath: "/usr/share/fonts/truetype/lohit-devanagari/Lohit-Devanagari.ttf",
                toPath: fonts + "/new/Lohit-Devanagari.ttf"
            )
            let found = try await bed.outguide("label", "template", "check", file)
            #expect(found.status == 0, "\(found.output)")
        }
    }

    /// A value that stands nowhere on the label would be lost without a word.
    @Test func aFieldThatTheTemplateDoesNotHaveIsRefused() async throws {
        try await withSite { bed in
            let box = try await bed.outguide("container", "add", "--quiet").answer
            for command in [
                ["preview", "--output", bed.scratch("x.png")], ["preview", box, "--output", bed.scratch("x.png")],
                ["print", box, "--to-file", bed.scratch("x.pdf")], ["print", box, "--printer", "nowhere"],
                ["print", "--new", "1", "--printer", "nowhere"],
            ] {
                let run = try await ChildRun.of(
                    try BuiltProduct.path(of: "outguide"),
                    ["label"] + command + ["--template", "mine", "--field", "shadow=dark"],
                    environment: ["OUTGUIDE_SOCKET": bed.socket, "NO_COLOR": "1"]
                )
                #expect(run.status == 1, "\(command)")
                let words = "cannot use the field shadow: the template mine has only shade, title; did you mean shade?"
                #expect(run.errors.contains(words), "\(run.errors)")
            }
            let year = try await bed.outguide(
                "label",
                "print",
                box,
                "--template",
                "mine",
                "--year",
                "2002",
                "--to-file",
                bed.scratch("x.pdf")
            )
            #expect(year.errors.contains("cannot use the field year"), "\(year.errors)")
            let known = try await bed.outguide(
                "label",
                "preview",
                box,
                "--template",
                "mine",
                "--field",
                "shade=dark",
                "--output",
                bed.scratch("x.png")
            )
            #expect(known.status == 0, "\(known.errors)")
        }
    }

    @Test func theSheetOfControlsHasThemAll() async throws {
        try await DaemonBed.with { bed in
            let document = bed.scratch("controls.pdf")
            let run = try await bed.outguide("label", "controls", "--to-file", document)
            #expect(run.status == 0, "\(run.errors)")
            let pages = bed.scratch("controls")
            let drawn = try await ChildRun.of("/usr/bin/pdftoppm", ["-r", "203", "-mono", document, pages])
            #expect(drawn.status == 0)
            let directory = URL(filePath: pages).deletingLastPathComponent().path
            let pictures = try FileManager.default.contentsOfDirectory(atPath: directory)
                .filter { $0.hasPrefix("controls-") }.map { directory + "/" + $0 }
            var read: Set<String> = []
            for picture in pictures { read.formUnion(try await codes(picture)) }
            #expect(read.count >= 3)
            #expect(read.allSatisfy { $0.hasPrefix("CT") })
            #expect(read.contains("CT000000001H"))
            #expect(try await bed.outguide("label", "sheet", "list").output.isEmpty)
            let none = try await bed.outguide("label", "sheet", "reset", "mine")
            #expect(none.status == 3)
        }
    }

    private func codes(_ picture: String) async throws -> [String] {
        let read = try await ChildRun.of("/usr/bin/zbarimg", ["-q", "--nodbus", "--raw", picture])
        return read.output.split(separator: "\n").map(String.init).sorted()
    }
}
