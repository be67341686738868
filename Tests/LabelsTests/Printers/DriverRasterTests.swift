import Barcodes
import Foundation
import TestSupport
import Testing

@testable import Labels
@testable import Printers

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
        let sheet = try #require(try await queue.page(of: template.media, on: printer), "\(family)")
        let page = try #require(sheet.raster, "\(family)")
        #expect(page.resolution.across == family.dotsPerInch, "\(family)")
        let target = LabelTarget(resolution: page.resolution)
        let drawn = try #require(
            try await LabelRenderer().rasters([content], template: template, target: target).first
        )
        let job = try await queue.print(
            document: page.document(of: [drawn], copies: 2),
            title: family.name,
            media: template.media,
            page: sheet,
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
            #expect(try await queue.page(of: media, on: printer, resolution: three)?.raster?.resolution == three)
            let odd = try #require(PrintResolution(parsing: "240"))
            await #expect(
                throws: PrintError.resolutionNotSupported(printer: "zebra", wanted: odd, usual: .common)
            ) { try await queue.page(of: media, on: printer, resolution: odd) }
            let large = try #require(LabelMedia(width: 300, height: 200))
            await #expect(throws: PrintError.self) { try await queue.page(of: large, on: printer) }
        }
    }

    /// Where the dots are not ours they are the same: a page of PDF is exactly the queue's, and bars leave no doubt.
    @Test func everyBarOfAPDFArrives() async throws {
        let drawn: [Family] = Self.families.filter { ["zpl", "zpl-any-size", "zpl-300"].contains($0.name) }
        try await PrinterBed.with { bed in
            let scratch = try ScratchDirectory()
            for family in drawn {
                let (page, arrived) = try await print(family, at: bed, asDriverOf: family.driver)
                try expect(try DriverOutput(arrived, .zpl).isDark, page, family)
            }
            // Ghostscript under foomatic-rip, which may set each of its devices, here one that is easily read.
            let driver = try scratch.write(Self.foomatic.utf8, as: "foomatic.ppd")
            for (width, height) in [(210.0, 297.0), (100.0, 150.0)] {
                let name = "foomatic-\(Int(width))"
                let family = Family(
                    name: name,
                    driver: driver,
                    language: .pcl,
                    width: width,
                    height: height,
                    dotsPerInch: 300
                )
                let (page, arrived) = try await print(family, at: bed, asDriverOf: driver)
                try expect(try Bitmap(pbm: arrived).isDark, page, family)
            }
            // PostScript, read by Ghostscript in the place of a printer.
            let family = Family(
                name: "postscript",
                driver: "drv:///sample.drv/generic.ppd",
                language: .pcl,
                width: 210,
                height: 297,
                dotsPerInch: 300
            )
            let (page, arrived) = try await print(family, at: bed, asDriverOf: family.driver)
            let dots = try await scratch.ghostscriptPage(of: arrived, dotsPerInch: family.dotsPerInch)
            try expect(try Bitmap(pbm: dots).isDark, page, family)
        }
    }

    /// The dots that a PDF of a label should become, and where the queue's output of it is.
    private func print(
        _ family: Family,
        at bed: PrinterBed,
        asDriverOf driver: String
    ) async throws -> (page: LabelRaster, arrived: String) {
        let template = try template(family)
        let content = try Samples.content()
        try await bed.addQueue(family.name, driver: driver, options: family.options)
        let queue = PrintQueue(server: bed.server)
        let printer = try await queue.printer(named: family.name)
        let sheet = try #require(try await queue.page(of: template.media, on: printer), "\(family)")
        var target = try LabelTarget.square(family.dotsPerInch)
        let drawn = try #require(
            try await LabelRenderer().rasters([content], template: template, target: target).first
        )
        target.paper = sheet.paper
        let pdf = try await LabelRenderer().pdf([content], template: template, target: target)
        let job = try await queue.print(
            document: PrintDocument(bytes: pdf, format: .pdf),
            title: family.name,
            media: template.media,
            page: sheet,
            resolution: target.resolution,
            printer: family.name
        )
        #expect(job.state == .completed, "\(job)")
        return (drawn, try #require(try bed.documents(at: family.name).first))
    }

    private func expect(_ isDark: (Int, Int) -> Bool, _ page: LabelRaster, _ family: Family) throws {
        var wrong: [(x: Int, y: Int)] = []
        // A page in whole points may lack a row or a column at its edge.
        for y in 0..<page.height - 3 {
            for x in 0..<page.width - 3 where isDark(x, y) != page.isBlack(x, y) { wrong.append((x, y)) }
        }
        #expect(wrong.isEmpty, "\(family): \(wrong.count) dots, the first at \(wrong.first.map { "\($0)" } ?? "")")
    }

    private static let foomatic = """
        *PPD-Adobe: "4.3"
        *FormatVersion: "4.3"
        *FileVersion: "1.0"
        *LanguageVersion: English
        *LanguageEncoding: ISOLatin1
        *PCFileName: "DOTS.PPD"
        *Manufacturer: "Dots"
        *Product: "(Dots)"
        *ModelName: "Dots"
        *ShortNickName: "Dots"
        *NickName: "Dots Foomatic/pbmraw"
        *PSVersion: "(3010.000) 0"
        *LanguageLevel: "3"
        *ColorDevice: False
        *DefaultColorSpace: Gray
        *cupsFilter: "application/vnd.cups-pdf 0 foomatic-rip"
        *FoomaticIDs: dots pbmraw
        *FoomaticRIPCommandLine: "gs -q -dBATCH -dSAFER -dNOPAUSE -dNOMEDIAATTRS -dNOINTERPOLATE -sDEVICE=pbmraw -r300%A -sOutputFile=- -"
        *OpenUI *PageSize/Page Size: PickOne
        *OrderDependency: 10 AnySetup *PageSize
        *DefaultPageSize: A4
        *PageSize A4/A4: "<</PageSize[595 842]/ImagingBBox null>>setpagedevice"
        *CloseUI: *PageSize
        *OpenUI *PageRegion/Page Region: PickOne
        *OrderDependency: 10 AnySetup *PageRegion
        *DefaultPageRegion: A4
        *PageRegion A4/A4: "<</PageSize[595 842]/ImagingBBox null>>setpagedevice"
        *CloseUI: *PageRegion
        *FoomaticRIPOption PageSize: enum CmdLine A
        *FoomaticRIPOptionSetting PageSize=A4: " -dDEVICEWIDTHPOINTS=595 -dDEVICEHEIGHTPOINTS=842"
        *FoomaticRIPOptionSetting PageSize=Custom: " -dDEVICEWIDTHPOINTS=0 -dDEVICEHEIGHTPOINTS=0"
        *DefaultImageableArea: A4
        *ImageableArea A4/A4: "0 0 595 842"
        *DefaultPaperDimension: A4
        *PaperDimension A4/A4: "595 842"
        *MaxMediaWidth: "1000"
        *MaxMediaHeight: "2000"
        *HWMargins: 0 0 0 0
        *CustomPageSize True: "pop pop pop <</PageSize[5 -2 roll]/ImagingBBox null>>setpagedevice"
        *ParamCustomPageSize Width: 1 points 36 1000
        *ParamCustomPageSize Height: 2 points 36 2000
        *ParamCustomPageSize WidthOffset: 3 points 0 0
        *ParamCustomPageSize HeightOffset: 4 points 0 0
        *ParamCustomPageSize Orientation: 5 int 0 0

        """

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
