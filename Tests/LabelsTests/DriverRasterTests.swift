import Barcodes
import Foundation
import TestSupport
import Testing

@testable import Labels

/// Labels go through the drivers of CUPS dot for dot; what the driver makes for its printer is read back.
@Suite struct DriverRasterTests {
    struct Family: Sendable, CustomStringConvertible {
        let name: String
        /// As `lpadmin -m` wants it.
        let driver: String
        let language: DriverOutput.Language
        let width: Double
        let height: Double
        /// What the queue prints with as it is set up.
        let dotsPerInch: Int
        var options: [String] = []

        var description: String { name }
    }

    private static let families = [
        Family(
            name: "zpl",
            driver: "drv:///sample.drv/zebra.ppd",
            language: .zpl,
            width: 101.6,
            height: 50.8,
            dotsPerInch: 203
        ),
        // No size that the driver names, near one that it does.
        Family(
            name: "zpl-any-size",
            driver: "drv:///sample.drv/zebra.ppd",
            language: .zpl,
            width: 100,
            height: 50,
            dotsPerInch: 203
        ),
        Family(
            name: "zpl-300",
            driver: "drv:///sample.drv/zebra.ppd",
            language: .zpl,
            width: 100,
            height: 50,
            dotsPerInch: 300,
            options: ["Resolution=300dpi"]
        ),
        Family(
            name: "epl2",
            driver: "drv:///sample.drv/zebraep2.ppd",
            language: .eplPage,
            width: 101.6,
            height: 50.8,
            dotsPerInch: 203
        ),
        Family(
            name: "epl1",
            driver: "drv:///sample.drv/zebraep1.ppd",
            language: .eplLine,
            width: 100,
            height: 50,
            dotsPerInch: 203
        ),
        Family(
            name: "cpcl",
            driver: "drv:///sample.drv/zebracpl.ppd",
            language: .cpcl,
            width: 100,
            height: 50,
            dotsPerInch: 203
        ),
        Family(
            name: "dymo",
            driver: "drv:///sample.drv/dymo.ppd",
            language: .dymo,
            width: 54,
            height: 70,
            dotsPerInch: 300
        ),
        Family(
            name: "intellitech",
            driver: "drv:///sample.drv/intelbar.ppd",
            language: .pcl,
            width: 101.6,
            height: 152.4,
            dotsPerInch: 300
        ),
        Family(
            name: "labelwriter",
            driver: "dymo:0/cups/model/lw450.ppd",
            language: .dymo,
            width: 54.3,
            height: 100.9,
            dotsPerInch: 300
        ),
        Family(
            name: "laserjet",
            driver: "drv:///sample.drv/laserjet.ppd",
            language: .pcl,
            width: 210,
            height: 297,
            dotsPerInch: 300
        ),
    ]

    /// Symbols upright, turned and square, with bars of as few dots as there can be.
    private func template(_ family: Family) throws -> LabelTemplate {
        // Two dots a module, with what is left over of a third.
        let length = Int((min(170 * 2.2 * 25.4 / Double(family.dotsPerInch), family.width - 12)).rounded(.down))
        return try LabelTemplate(
            parsing: """
                name: family
                media: {width: \(family.width), height: \(family.height)}
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

    @Test func everyDotArrives() async throws {
        try await PrinterBed.with { bed in
            for family in Self.families { try await expectEveryDot(of: family, at: bed) }
        }
    }

    private func expectEveryDot(of family: Family, at bed: PrinterBed) async throws {
        let template = try template(family)
        let content = try Samples.content()
        try await bed.addQueue(family.name, driver: family.driver, options: family.options)
        let queue = PrintQueue(server: bed.server)
        let printer = try await queue.printer(named: family.name)
        #expect(printer.form == .raster, "\(family)")
        #expect(printer.resolution?.across == family.dotsPerInch, "\(family)")
        let page = try #require(try await queue.page(of: template.media, on: printer), "\(family)")
        #expect(page.resolution.across == family.dotsPerInch, "\(family)")
        let target = LabelTarget(resolution: page.resolution)
        let drawn = try #require(
            try await LabelRenderer().rasters([content], template: template, target: target).first
        )
        let job = try await queue.print(
            document: page.document(of: [drawn], copies: 2),
            title: family.name,
            media: template.media,
            resolution: page.resolution,
            printer: family.name
        )
        #expect(job.state == .completed, "\(job)")
        let arrived = try #require(try bed.documents(at: family.name).first)
        let printed = try DriverOutput(arrived, family.language)
        #expect(printed.pages == 2, "\(family)")
        var wrong: [(x: Int, y: Int)] = []
        for y in 0..<page.box.height {
            for x in 0..<page.box.width
            where printed.isDark(x, y) != drawn.isBlack(page.box.x + x, page.box.y + y) {
                wrong.append((x, y))
            }
        }
        #expect(wrong.isEmpty, "\(family): \(wrong.count) dots, the first at \(wrong.first.map { "\($0)" } ?? "")")
        let scratch = try ScratchDirectory()
        let picture = try scratch.write(printed.pbm(page.box.width, page.box.height), as: "page.pbm")
        let text = try #require(content.barcode?.text)
        #expect(try await ExternalProgram.texts(in: picture) == [text, text], "\(family)")
    }

    /// A driver that would draw with other dots than the configuration says is named.
    @Test func anotherResolutionIsTheDriversOrNone() async throws {
        let media = try #require(LabelMedia(width: 100, height: 50))
        try await PrinterBed.with { bed in
            try await bed.addQueue("zebra", driver: "drv:///sample.drv/zebra.ppd")
            let queue = PrintQueue(server: bed.server)
            let printer = try await queue.printer(named: "zebra")
            let three = try #require(PrintResolution(parsing: "300"))
            #expect(try await queue.page(of: media, on: printer, resolution: three)?.resolution == three)
            let odd = try #require(PrintResolution(parsing: "240"))
            await #expect(
                throws: PrintError.resolutionNotSupported(printer: "zebra", wanted: odd, usual: .common)
            ) { try await queue.page(of: media, on: printer, resolution: odd) }
            let large = try #require(LabelMedia(width: 300, height: 200))
            await #expect(throws: PrintError.self) { try await queue.page(of: large, on: printer) }
        }
    }

    /// Raster has no colours: what a driver for inks gets is PDF.
    @Test func driversForColoursGetPDF() async throws {
        try await PrinterBed.with { bed in
            try await bed.addQueue("inks", driver: "drv:///sample.drv/deskjet.ppd")
            let printer = try await PrintQueue(server: bed.server).printer(named: "inks")
            #expect(printer.form == .pdf)
        }
    }
}

extension DriverOutput {
    /// As a portable bitmap.
    func pbm(_ width: Int, _ height: Int) -> [UInt8] {
        let stride = (width + 7) / 8
        let lines = (0..<height).flatMap { y in
            let row = rows[y] ?? []
            return row.prefix(stride) + Array(repeating: 0, count: max(0, stride - row.count))
        }
        return Array("P4\n\(width) \(height)\n".utf8) + lines
    }
}
