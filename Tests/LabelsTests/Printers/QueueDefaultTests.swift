import Foundation
import Localization
import TestSupport
import Testing

@testable import Labels
@testable import Printers

/// What a queue gives to every job neither drops nor alters labels.
@Suite struct QueueDefaultTests {
    /// Each alters, repeats, holds or drops pages of a job that does not say otherwise.
    private static let adverse = [
        "booklet-default=on", "brightness-default=20", "crop-to-fit-default=true", "fill-default=true",
        "fit-to-page-default=true", "fitplot-default=true", "gamma-default=3000", "job-hold-until-default=indefinite",
        "job-sheets-default=standard,standard", "landscape-default=true", "mirror-default=true",
        "number-up-default=4", "number-up-layout-default=btrl", "orientation-requested-default=5",
        "output-order-default=reverse", "outputorder-default=reverse", "page-border-default=double",
        "page-ranges-default=2-2", "page-set-default=even", "position-default=top-left", "print-scaling-default=fit",
        "scaling-default=50", "sides-default=two-sided-long-edge", "copies-default=3", "ppi-default=72",
        "natural-scaling-default=50", "media-default=iso_a5_148x210mm", "Resolution-default=300dpi",
        "PageSize-default=A5",
    ]

    private static let driver = "drv:///sample.drv/zebra.ppd"

    private func document(_ form: PrintForm, _ page: QueuePage) async throws -> PrintDocument {
        let contents = try (1...3).map { try Samples.content($0) }
        let raster = try #require(page.raster)
        let template = try Samples.box()
        var target = LabelTarget(resolution: raster.resolution)
        let renderer = LabelRenderer()
        guard form == .pdf else {
            return raster.document(
                of: try await renderer.rasters(contents, template: template, target: target),
                copies: 1
            )
        }
        target.paper = page.paper
        return PrintDocument(
            bytes: try await renderer.pdf(contents, template: template, target: target),
            format: .pdf
        )
    }

    @Test(arguments: [PrintForm.pdf, .raster])
    func adverseDefaultsAlterNothing(form: PrintForm) async throws {
        try await PrinterBed.with { bed in
            try await bed.addQueue("plain", driver: Self.driver)
            try await bed.addQueue("adverse", driver: Self.driver, options: Self.adverse)
            let queue = PrintQueue(server: bed.server)
            let template = try Samples.box()
            var arrived: [Data] = []
            for name in ["plain", "adverse"] {
                let printer = try await queue.printer(named: name)
                let page = try #require(
                    try await queue.page(of: template.media, on: printer, resolution: .common)
                )
                let job = try await queue.print(
                    document: document(form, page),
                    title: "labels",
                    media: template.media,
                    page: page,
                    resolution: .common,
                    printer: name
                )
                #expect(job.state == .completed, "\(job)")
                // Printers with a driver learn it from the driver, and others from this alone.
                let options = try String(
                    contentsOfFile: bed.arrivals(at: name) + "/\(job.identifier).options",
                    encoding: .utf8
                )
                #expect(
                    options.split(whereSeparator: \.isWhitespace).contains("printer-resolution=203x203dpi"),
                    "\(options)"
                )
                let path = try #require(try bed.documents(at: name).first)
                let printed = try DriverOutput(path, .zpl)
                #expect(printed.pages == 3)
                arrived.append(try Data(contentsOf: URL(fileURLWithPath: path)))
            }
            #expect(arrived.first == arrived.last)
        }
    }

    /// What no job can take back is refused, with the command that does; dots pass by where it is heeded.
    @Test(arguments: ["page-label=secret", "page-top=200", "page-left=9"])
    func defaultsWithoutANeutralValueAreRefused(option: String) async throws {
        try await PrinterBed.with { bed in
            let name = String(option.prefix { $0 != "=" }) + "-default"
            let value = option.drop { $0 != "=" }
            try await bed.addQueue("stubborn", driver: Self.driver, options: [name + value])
            let queue = PrintQueue(server: bed.server)
            let printer = try await queue.printer(named: "stubborn")
            let media = try Samples.box().media
            let page = try #require(try await queue.page(of: media, on: printer))
            let error = PrintError.queueDefault(printer: "stubborn", option: name)
            #expect(error.description.contains("lpadmin -p stubborn -R \(name) takes"))
            await #expect(throws: error) {
                try await queue.print(
                    document: document(.pdf, page),
                    title: "labels",
                    media: media,
                    page: page,
                    printer: "stubborn"
                )
            }
            #expect(try bed.documents(at: "stubborn").isEmpty)
            let job = try await queue.print(
                document: document(.raster, page),
                title: "labels",
                media: media,
                page: page,
                printer: "stubborn"
            )
            #expect(job.state == .completed)
        }
    }

    /// Options of an instance count, but not those that would spoil the dots.
    @Test func instancesBringTheirOptions() async throws {
        try await PrinterBed.with { bed in
            try await bed.addQueue("zebra", driver: Self.driver)
            let tuned = ["Darkness=7", "number-up=4", "page-ranges=2", "scaling=50", "PageSize=A5"]
            for option in tuned { try await bed.run("lpoptions", "-p", "zebra/night", "-o", option) }
            let queue = PrintQueue(server: bed.server)
            let printer = try await queue.printer(named: "zebra")
            let media = try Samples.box().media
            let page = try #require(try await queue.page(of: media, on: printer, instance: "night"))
            for instance in [nil, "night"] {
                let job = try await queue.print(
                    document: document(.raster, page),
                    title: "labels",
                    media: media,
                    page: page,
                    printer: "zebra",
                    instance: instance
                )
                let options = try String(
                    contentsOfFile: bed.arrivals(at: "zebra") + "/\(job.identifier).options",
                    encoding: .utf8
                )
                .split(whereSeparator: \.isWhitespace)
                #expect(options.contains("Darkness=7") == (instance != nil), "\(options)")
                #expect(options.contains("number-up=1"))
                for lost in ["number-up=4", "page-ranges=2", "scaling=50", "PageSize=A5"] {
                    #expect(!options.contains { $0 == lost }, "\(options)")
                }
            }
            try await bed.run("lpoptions", "-x", "zebra/night")
        }
    }
}
