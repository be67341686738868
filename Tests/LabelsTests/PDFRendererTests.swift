import Barcodes
import Foundation
import Testing

@testable import Labels

/// Programs that print PDF set every dot of a label as it was drawn.
@Suite struct PDFRendererTests {
    private static let renderers = ["pdftoppm", "gs", "mutool"]

    /// Symbols upright and square, with bars of as few dots as there can be.
    private func template(_ dotsPerInch: Int) throws -> LabelTemplate {
        let length = max(30, Int((170 * 2.2 * 25.4 / Double(dotsPerInch)).rounded(.down)))
        return try LabelTemplate(
            parsing: """
                name: fine
                media: {width: 100, height: 50}
                elements:
                  - barcode:
                      symbology: code128
                      content: "{barcode}"
                      box: {x: 6, y: 7, width: \(length), height: 10}
                      moduleWidth: 0.16
                      quietZone: 10
                  - barcode:
                      symbology: qr
                      content: "{barcode}"
                      box: {x: 6.3, y: 20.1, width: 12, height: 12}
                      moduleWidth: 0.16
                      quietZone: 4
                """
        )
    }

    @Test(arguments: renderers, [203, 300])
    func everyDotIsSet(renderer: String, dotsPerInch: Int) async throws {
        let scratch = try ScratchDirectory()
        let template = try template(dotsPerInch)
        let target = try LabelTarget.square(dotsPerInch)
        let drawn = try #require(
            try await LabelRenderer().rasters([Samples.content()], template: template, target: target).first
        )
        let bytes = try await LabelRenderer().pdf([Samples.content()], template: template, target: target)
        let pdf = try scratch.write(bytes, as: "label.pdf")
        let page: String
        switch renderer {
        case "pdftoppm": page = try #require(try await scratch.pages(of: pdf, dotsPerInch: dotsPerInch).first)
        case "gs": page = try await scratch.ghostscriptPage(of: pdf, dotsPerInch: dotsPerInch)
        default: page = try await scratch.mupdfPage(of: pdf, dotsPerInch: dotsPerInch)
        }
        let set = try Bitmap(pbm: page)
        var wrong = 0
        // 50 mm is no whole number of dots: where a renderer begins at the foot, the page is a part of one higher.
        for y in 0..<drawn.height - 1 {
            for x in 0..<drawn.width - 1 where set.isDark(x, y) != drawn.isBlack(x, y) { wrong += 1 }
        }
        #expect(wrong == 0)
    }
}
