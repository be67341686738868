import Barcodes
import Testing

@testable import Labels

/// Every template that is installed, on every kind of printer, with every kind of title.
@Suite struct ShippedTemplateTests {
    private static let resolutions = ["203", "300", "600", "203x406"]

    @Test func theyAreAllThere() throws {
        #expect(
            Samples.shipped.names() == [
                "avery-5160", "avery-5163", "avery-l7160", "avery-l7163", "badge", "box-100x50", "box-4x6in",
                "checkpoint-100x50", "checkpoint-page", "controls", "folder-end-tab", "folder-top-tab",
                "out-guide-slip", "pull-list-page", "ruler-100x50", "ruler-4x6in", "ruler-a4", "ruler-letter",
                "shelf", "spine",
            ]
        )
        for name in Samples.shipped.names() { #expect(try Samples.shipped.template(named: name).name == name) }
    }

    /// Smaller letters are read by nobody, and a shelf that has no second line is lost.
    @Test(arguments: Samples.shipped.names())
    func everyTextCanBeRead(name: String) throws {
        let template = try Samples.shipped.template(named: name)
        for case .text(let text) in template.elements + template.pageElements {
            #expect(text.minimumSize >= (name == "checkpoint-100x50" ? 7 : 8))
            if text.content.mentions("home") { #expect(text.maximumLines > 1) }
        }
        #expect(template.resolutions == PrintResolution.usual)
    }

    /// What is handed out was read back by zbar in process; here the program zbarimg looks at the picture as well.
    @Test(arguments: Samples.shipped.names().filter { !$0.hasPrefix("ruler") }, resolutions)
    func readsBack(name: String, resolution: String) async throws {
        let template = try Samples.shipped.template(named: name)
        let target = LabelTarget(resolution: try #require(PrintResolution(parsing: resolution)))
        let scratch = try ScratchDirectory()
        let contents = try Self.contents(for: template)
        let symbols = template.elements.filter { if case .barcode = $0 { true } else { false } }.count
        // A page at a time.
        for first in stride(from: 0, to: contents.count, by: template.labelsPerPage) {
            let group = Array(contents[first...].prefix(template.labelsPerPage))
            let rasters = try await LabelRenderer().rasters(group, template: template, target: target)
            let page = try #require(rasters.first)
            #expect(rasters.count == 1)
            let path = try scratch.write(page.squared.png(), as: "page.png")
            try await Self.expect(group, times: symbols, in: [path])
        }
    }

    /// As PDF, whose dots a program of somebody else sets.
    @Test(arguments: Samples.shipped.names().filter { !$0.hasPrefix("ruler") }, [203, 300])
    func printsAsDocument(name: String, dotsPerInch: Int) async throws {
        let template = try Samples.shipped.template(named: name)
        let scratch = try ScratchDirectory()
        let contents = try Self.contents(for: template)
        let pdf = try await LabelRenderer().pdf(contents, template: template, dotsPerInch: dotsPerInch)
        let path = try scratch.write(pdf, as: "labels.pdf")
        let pages = try await scratch.pages(of: path, dotsPerInch: dotsPerInch)
        #expect(pages.count == (contents.count + template.labelsPerPage - 1) / template.labelsPerPage)
        let symbols = template.elements.filter { if case .barcode = $0 { true } else { false } }.count
        try await Self.expect(contents, times: symbols, in: pages)
    }

    /// Expects to read each label as many `times` as it has symbols.
    private static func expect(_ contents: [LabelContent], times symbols: Int, in pictures: [String]) async throws {
        if let checkpoint = contents.first?.fields["checkpoint"] {
            let picture = try #require(pictures.first)
            #expect(try await ExternalProgram.qr(in: picture) == checkpoint)
            return
        }
        var read: [String] = []
        for picture in pictures { read += try await ExternalProgram.texts(in: picture) }
        let texts = contents.compactMap(\.barcode?.text)
        #expect(read.sorted() == texts.flatMap { Array(repeating: $0, count: symbols) }.sorted())
    }

    private static func contents(for template: LabelTemplate) throws -> [LabelContent] {
        if template.name.hasPrefix("checkpoint") { return [Samples.checkpoint] }
        return try Titles.all.enumerated().map { index, title in
            try Samples.full(serial: 1_200 + index, title: title.text)
        }
    }
}
