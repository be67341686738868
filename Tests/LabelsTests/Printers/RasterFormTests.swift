import Foundation
import Localization
import TestSupport
import Testing

@testable import Labels
@testable import Printers

/// Pages become ZPL and PWG raster dot for dot.
@Suite struct RasterFormTests {
    /// Stretches of all lengths, equal rows, and rows that end white and black.
    private func page(_ width: Int, _ height: Int, seed: UInt64) throws -> LabelRaster {
        var generator = SeededGenerator(seed: seed)
        let stride = (width + 7) / 8
        var rows: [UInt8] = []
        while rows.count < stride * height {
            var row = [UInt8](repeating: 0, count: stride)
            var x = 0
            while x < width {
                let run = Int.random(
                    in: 1...max(1, width / Int.random(in: 1...30, using: &generator)),
                    using: &generator
                )
                if Bool.random(using: &generator) {
                    for dot in x..<min(width, x + run) { row[dot / 8] |= 0x80 >> UInt8(dot % 8) }
                }
                x += run
            }
            let times = Int.random(in: 1...5, using: &generator)
            for _ in 0..<times where rows.count < stride * height { rows += row }
        }
        return LabelRaster(width: width, height: height, resolution: .common, rows: rows)
    }

    @Test(arguments: [(1, 1), (8, 3), (799, 61), (812, 406), (1_218, 37), (4_800, 5)])
    func zplIsReadBackDotByDot(width: Int, height: Int) throws {
        let page = try page(width, height, seed: UInt64(width))
        let document = ZPLDocument.of([page], copies: 3)
        let picture = try ZPLPicture(document.bytes.dropLast())
        #expect((picture.width, picture.height, picture.copies) == (width, height, 3))
        #expect(picture.rows == page.rows)
        #expect(document.format == .raw)
    }

    @Test(arguments: [(1, 1, "black_1"), (799, 61, "black_1"), (4_800, 300, "black_1"), (812, 406, "sgray_8")])
    func pwgIsReadBackDotByDot(width: Int, height: Int, type: String) throws {
        let page = try page(width, height, seed: UInt64(height))
        var printer = try #require(LabelPrinter(ipp: ["printer-name": .strings(["raster"])]))
        printer.add(device: ["pwg-raster-document-type-supported": .strings([type])])
        let document = try PWGDocument.of([page, page], for: printer)
        let scratch = try ScratchDirectory()
        let raster = try PWGRaster(path: try scratch.write(document.bytes, as: "page.pwg"))
        #expect((raster.width, raster.height) == (width, height))
        for y in 0..<height {
            let dots = (0..<width).map { page.rows[y * ((width + 7) / 8) + $0 / 8] & 0x80 >> UInt8($0 % 8) != 0 }
            #expect(raster.dots(inRow: y) == dots, "row \(y)")
        }
        #expect(raster.pages == 2)
        #expect(raster.isAtItsEnd(after: 2))
    }

    /// Dots that it does not take would come out as noise.
    @Test func rasterInOtherDotsIsAnError() throws {
        let page = try page(8, 3, seed: 1)
        var printer = try #require(LabelPrinter(ipp: ["printer-name": .strings(["photo"])]))
        // What stands behind a queue that cannot ask is taken for what most printers are.
        #expect(throws: Never.self) { try PWGDocument.of([page], for: printer) }
        printer.add(device: ["pwg-raster-document-type-supported": .strings(["srgb_8", "cmyk_8"])])
        #expect(throws: PrintError.formUnknown(printer: "photo")) { try PWGDocument.of([page], for: printer) }
    }

    /// What a printer says decides what it gets.
    @Test func theFormFollowsThePrinter() throws {
        func form(_ formats: [String], _ types: [String], hasColours: Bool? = nil) throws -> PrintForm {
            var printer = try #require(LabelPrinter(ipp: ["printer-name": .strings(["p"])]))
            var attributes: [String: IPPValues] = [
                "document-format-supported": .strings(formats), "pwg-raster-document-type-supported": .strings(types),
            ]
            attributes["color-supported"] = hasColours.map { .booleans([$0]) }
            printer.add(device: attributes)
            return printer.form
        }
        #expect(try form(["application/pdf", "image/pwg-raster"], ["black_1"]) == .pdf)
        #expect(try form(["application/pdf", "image/pwg-raster"], ["black_1"], hasColours: true) == .pdf)
        #expect(try form(["application/pdf", "image/pwg-raster"], ["black_1"], hasColours: false) == .pwg)
        #expect(try form(["application/pdf", "image/pwg-raster"], ["srgb_8"], hasColours: false) == .pdf)
        #expect(try form(["application/octet-stream", "image/pwg-raster"], ["srgb_8", "sgray_8"]) == .pwg)
        #expect(try form(["image/pwg-raster"], ["srgb_8"]) == .pdf)
        #expect(try form(["image/urf"], []) == .pdf)
        #expect(try form([], []) == .pdf)
    }

    @Test(arguments: [
        ("zebra", "zebra"), ("zebra/draft", "zebra/draft"), ("socket://10.0.0.5", "socket://10.0.0.5:9100"),
        ("socket://zebra.example:6101/", "socket://zebra.example:6101"),
        ("socket://[fe80::1]:9100", "socket://[fe80::1]:9100"),
    ])
    func addressesAreRead(text: String, shown: String) throws {
        #expect(try #require(PrinterAddress(parsing: text)).description == shown)
    }

    @Test(arguments: [
        "", "/", "a b", "zebra/", "a/b/c", "socket://", "socket://h:0", "socket://h:99999", "socket://a/b",
    ])
    func wrongAddressesAreRefused(text: String) { #expect(PrinterAddress(parsing: text) == nil) }
}
