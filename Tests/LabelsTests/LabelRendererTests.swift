import Barcodes
import Localization
import Testing

@testable import Labels

@Suite struct LabelRendererTests {
    private let renderer = LabelRenderer()
    private let scratch: ScratchDirectory

    init() throws { scratch = try ScratchDirectory() }

    @Test(arguments: [203, 300, 600])
    func pictureReadsBack(dotsPerInch: Int) async throws {
        let barcode = try Samples.barcode().text
        for template in [try Samples.box(), try LabelTemplate(parsing: Samples.qr)] {
            let png = try await renderer.png(Samples.content(), template: template, dotsPerInch: dotsPerInch)
            let path = try scratch.write(png, as: template.name + ".png")
            #expect(try await ExternalProgram.codes(in: [path]) == [barcode])
            let bitmap = try Bitmap(png: path)
            #expect(bitmap.isBlackAndWhite)
            #expect(bitmap.width == Int((template.media.width * Double(dotsPerInch) / 25.4).rounded()))
        }
    }

    /// From the picture and from the PDF as a one-bit printer sets it.
    @Test(arguments: [(203, 4), (300, 6), (600, 13)])
    func barsAreWholeDots(dotsPerInch: Int, module: Int) async throws {
        let template = try Samples.box()
        let png = try await renderer.png(Samples.content(), template: template, dotsPerInch: dotsPerInch)
        let pdf = try await renderer.pdf([Samples.content()], template: template, dotsPerInch: dotsPerInch)
        let document = try scratch.write(pdf, as: "label.pdf")
        let page = try #require(try await scratch.pages(of: document, dotsPerInch: dotsPerInch).first)
        let picture = try Bitmap(png: scratch.write(png, as: "label.png"))
        let printed = try Bitmap(pbm: page)
        // The page may have one column more, as 100 mm is not a whole number of dots.
        let middle = picture.height / 2
        #expect(picture.runs(inRow: middle).dropLast() == printed.runs(inRow: middle).dropLast())
        for bitmap in [picture, printed] {
            let runs = bitmap.runs(inRow: picture.height / 2)
            let bars = runs.dropFirst().dropLast()
            #expect(bars.min() == module)
            #expect(bars.allSatisfy { $0.isMultiple(of: module) && $0 <= 4 * module })
            #expect(bars.reduce(0, +) == 145 * module)
            // Ten modules within the box, which begins two millimetres from the edge.
            #expect(min(runs.first ?? 0, runs.last ?? 0) >= 10 * module)
        }
    }

    @Test(arguments: [203, 300])
    func squaresAreWholeDots(dotsPerInch: Int) async throws {
        let template = try LabelTemplate(parsing: Samples.qr)
        let pdf = try scratch.write(
            await renderer.pdf([Samples.content()], template: template, dotsPerInch: dotsPerInch),
            as: "qr.pdf"
        )
        // 29 modules across the box of 20 mm: 21 of the symbol and four on each side.
        let module = dotsPerInch == 203 ? 5 : 8
        let pages = [
            try #require(try await scratch.pages(of: pdf, dotsPerInch: dotsPerInch).first),
            try await scratch.ghostscriptPage(of: pdf, dotsPerInch: dotsPerInch),
        ]
        for page in try pages.map(Bitmap.init(pbm:)) {
            let rows = (0..<page.height * 2 / 3).map { page.runs(inRow: $0) }.filter { $0.count > 1 }
            try #require(rows.count == 21 * module)
            for row in rows { #expect(row.dropFirst().dropLast().allSatisfy { $0.isMultiple(of: module) }) }
            // Each row of modules is as many dots high as a module is wide.
            for first in stride(from: 0, to: rows.count, by: module) {
                #expect(Set(rows[first..<first + module]).count == 1)
            }
        }
    }

    /// In 30 mm, two dots a module fit at 300 dots an inch; at 203 one would, which no head prints.
    @Test func noBarIsNarrowerThanTwoDots() async throws {
        let template = try LabelTemplate(
            parsing: """
                name: small
                media: {width: 32, height: 12}
                elements:
                  - barcode:
                      symbology: code128
                      content: "{barcode}"
                      box: {x: 1, y: 1, width: 30, height: 10}
                      moduleWidth: 0.16
                      quietZone: 10
                """
        )
        let barcode = try Samples.barcode()
        await #expect(throws: LabelError.symbolTooWide(barcode.text, needed: 42, room: 29)) {
            try await renderer.png(Samples.content(), template: template, dotsPerInch: 203)
        }
        let png = try await renderer.png(Samples.content(), template: template, dotsPerInch: 300)
        let path = try scratch.write(png, as: "small.png")
        #expect(try Bitmap(png: path).runs(inRow: 70).dropFirst().dropLast().min() == 2)
        #expect(try await ExternalProgram.codes(in: [path]) == [barcode.text])
    }

    @Test func documentHasItsSizeAndItsFonts() async throws {
        let contents = try (1...3).map { try Samples.content($0, title: "Müller 市政 سجل") }
        let pdf = try await renderer.pdf(contents, template: Samples.box())
        let path = try scratch.write(pdf, as: "three.pdf")
        let information = try await ExternalProgram.text(of: "pdfinfo", [path])
        #expect(information.contains("Pages:           3"))
        // 100 mm and 50 mm in points.
        #expect(information.contains("Page size:       283.465 x 141.732 pts"))
        let fonts = try await ExternalProgram.text(of: "pdffonts", [path]).split(separator: "\n").dropFirst(2)
        #expect(!fonts.isEmpty)
        // The document's own: whether it is embedded, a part of a font, and can be copied as text.
        #expect(fonts.allSatisfy { $0.contains("Type 3") && $0.contains(" yes no  yes ") }, "\(fonts)")
        let text = try await ExternalProgram.text(of: "pdftotext", [path, "-"])
        #expect(text.contains("Müller 市政"))
        #expect(text.contains(contents.last?.barcode?.text ?? "none"))
        let source = String(decoding: pdf, as: UTF8.self)
        #expect(source.contains("/ViewerPreferences<</PrintScaling/None"))
        let pages = try await scratch.pages(of: path, dotsPerInch: 203)
        #expect(try await ExternalProgram.codes(in: pages) == contents.map(\.barcode?.text))
    }

    @Test func sameLabelsAreTheSameBytes() async throws {
        let contents = try (1...20).map { try Samples.content($0, title: "Stück \($0) 市") }
        let template = try Samples.box()
        let first = try await renderer.pdf(contents, template: template)
        // Another document in between must leave no trace.
        _ = try await renderer.pdf([Samples.content(7, title: "other")], template: template, dotsPerInch: 300)
        #expect(try await renderer.pdf(contents, template: template) == first)
        #expect(try await LabelRenderer().pdf(contents, template: template) == first)
    }

    @Test func manyRenderersShareTheFontsSafely() async throws {
        let template = try Samples.box()
        let expected = try await renderer.png(Samples.content(), template: template)
        try await withThrowingTaskGroup(of: [UInt8].self) { group in
            for _ in 0..<16 {
                group.addTask { try await LabelRenderer().png(Samples.content(), template: template) }
            }
            for try await png in group { #expect(png == expected) }
        }
    }

    @Test func pictureSaysItsResolution() async throws {
        let png = try await renderer.png(Samples.content(), template: Samples.box(), dotsPerInch: 300)
        // 300 dots an inch are 11,811 a metre; the checksum is that of zlib over type and data.
        let chunk: [UInt8] = [0, 0, 0, 9] + Array("pHYs".utf8) + [0, 0, 0x2E, 0x23, 0, 0, 0x2E, 0x23, 1]
        #expect(Array(png[33..<54]) == chunk + [0x78, 0xA5, 0x3F, 0x76])
    }

    @Test func refusals() async throws {
        let template = try Samples.box()
        let content = try Samples.content()
        let untitled = LabelContent(barcode: try Samples.barcode())
        await #expect(throws: LabelError.noLabels) { try await renderer.pdf([], template: template) }
        let badge = try Samples.shipped.template(named: "badge")
        await #expect(throws: LabelError.missingField("title")) {
            try await renderer.pdf([untitled], template: badge)
        }
        await #expect(throws: LabelError.tooManyLabels(10_001)) {
            try await renderer.pdf(Array(repeating: content, count: 10_001), template: template)
        }
        let long = try Barcode(parsing: String(repeating: "X", count: 60))
        await #expect(throws: LabelError.symbolTooWide(long.text, needed: 179, room: 95)) {
            try await renderer.pdf([LabelContent(barcode: long, fields: ["title": ""])], template: template)
        }
        let accented = try Barcode(parsing: "Ä-1")
        await #expect(throws: LabelError.unencodable(accented.text, words: Message("only ASCII reads back surely"))) {
            try await renderer.pdf([LabelContent(barcode: accented, fields: ["title": ""])], template: template)
        }
    }

    @Test func aCancelledTaskStops() async throws {
        let template = try Samples.box()
        let content = try Samples.content()
        let task = Task { try await renderer.pdf(Array(repeating: content, count: 10_000), template: template) }
        task.cancel()
        await #expect(throws: LabelError.cancelled) { try await task.value }
    }
}
