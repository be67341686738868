import Barcodes
import Testing

@testable import Labels

/// No title may touch the barcode.
@Suite struct LabelTitleTests {
    private static let titles = [
        "", "A", "Minutes", "Nachlass Dr. Müller — Briefwechsel und Gutachten zur Stadterweiterung 1893–1911, Teil 2",
        "Donaudampfschifffahrtsgesellschaftskapitänsmützenfabrikationsgenehmigungsurkundenverzeichnis",
        "سجل القضايا المدنية والتجارية ١٩٥٤", "市政記録 昭和三十年 議事録および附属書類一式",
        "Box 📦 ✅ 👩‍👩‍👧‍👦 🏴󠁧󠁢󠁥󠁮󠁧󠁿", "one\u{0}two\u{7}three\nfour\tfive\u{1B}[31m\u{2028}six\u{202E}seven",
        String(repeating: "W", count: 10_000), String(repeating: "long ", count: 2_000),
        "Z" + String(repeating: "\u{0301}\u{0323}", count: 5_000), String(repeating: "ﻻ", count: 500),
        "<b>&amp;</b> {barcode} %s \\n", String(repeating: "\n", count: 10_000),
    ]

    @Test(arguments: titles)
    func barcodeStaysClean(title: String) async throws {
        let scratch = try ScratchDirectory()
        let template = try Samples.box()
        let content = try Samples.content(title: title)
        let renderer = LabelRenderer()
        let png = try scratch.write(await renderer.png(content, template: template), as: "label.png")
        let pdf = try scratch.write(await renderer.pdf([content], template: template), as: "label.pdf")
        let page = try #require(try await scratch.pages(of: pdf, dotsPerInch: 203).first)
        #expect(try await ExternalProgram.codes(in: [png, page]) == [content.barcode?.text, content.barcode?.text])
        for bitmap in [try Bitmap(png: png), try Bitmap(pbm: page)] {
            let box = try #require(template.symbolBox)
            let first = bitmap.runs(inRow: box.y)
            for y in box.y..<box.y + box.height {
                #expect(bitmap.runs(inRow: y) == first, "row \(y)")
            }
            #expect(first.count > 50)
            #expect(min(first.first ?? 0, first.last ?? 0) >= 40)
            // Nor does it leave the label's own margin.
            #expect((0..<8).allSatisfy { bitmap.runs(inRow: $0) == [bitmap.width] })
        }
    }

    @Test func aLongTitleIsCutVisibly() {
        let text = LabelText.printable(String(repeating: "x", count: 10_000))
        #expect(text.unicodeScalars.count == 601)
        #expect(text.hasSuffix("…"))
    }

    @Test func controlCharactersBecomeOneSpace() {
        #expect(LabelText.printable("\u{7}one\r\n\ttwo\u{2029} three") == "one two three")
    }
}

extension LabelTemplate {
    /// The dots of the first barcode's box at 203 dots an inch.
    fileprivate var symbolBox: DotBox? {
        for case .barcode(let symbol) in elements { return DotGrid(.common).inside(symbol.box) }
        return nil
    }
}
