import Barcodes
import Circulation
import Foundation
import Labels
import Printers
import Settings
import TestSupport
import Testing
import Vocabulary
import Wire
import WireResources

@testable import DaemonServer
@testable import DaemonServices
@testable import Printing

/// What a printer is sent, and for which dots.
@Suite struct LabelPrintingTests {
    private static let yaml = """
        name: small
        media: {width: 30, height: 30}
        elements:
          - barcode: {symbology: qr, content: "{barcode}", box: {x: 1, y: 1, width: 28, height: 28}, moduleWidth: 0.4, quietZone: 4}
        """

    /// Raster for what does not say which dots it takes would be white paper, or worse.
    @Test func rasterForAnUnknownPrinterIsAnError() async throws {
        try await ScratchDaemon.with { parts in
            let template = try LabelTemplate(parsing: Self.yaml)
            let target = PrintTarget(
                name: "zebra",
                address: .socket(host: "zebra", port: 9_100),
                form: .pwg,
                target: .common,
                media: "",
                answers: true,
                printer: nil,
                mediaDoubt: nil
            )
            let minted = try #require(MintedBarcode(prefix: .container, site: .standard, serial: 1))
            let label = LabelContent(barcode: Barcode(minted))
            await #expect(throws: PrintError.formUnknown(printer: "zebra")) {
                try await parts.printing.documents.document([label], template, copies: 1, for: target)
            }
            #expect(RequestFailure(.printer(.formUnknown(printer: "zebra"))).kind.rawValue == "printer-form-unknown")
        }
    }

    /// CUPS shows the titles of jobs to every user of the machine.
    @Test func theTitleOfAJobNamesNothing() async throws {
        try await PrinterBed.with { bed in
            try await ScratchDaemon.with(printServer: bed.server) { parts in
                let labels = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../labels")
                let library = LabelTemplateLibrary(directories: [labels.standardizedFileURL.path()])
                let barcode = try Barcode(parsing: "26-JV-0815")
                let order = PageOrder(
                    [LabelContent(barcode: barcode, fields: ["title": "Matter of Roe"])],
                    try library.template(named: "box-100x50"),
                    on: "box203",
                    by: Attribution(principal: .daemon)
                )
                let pages = try await parts.printing.pages.print(order)
                #expect(pages.job.name.contains("box-100x50"))
                #expect(!pages.job.name.contains("26-JV") && !pages.job.name.contains("Roe"), "\(pages.job.name)")
            }
        }
    }

    @Test(arguments: [0, -1, 1_000, .max])
    func copiesHaveBounds(copies: Int) async throws {
        try await ScratchDaemon.with { parts in
            let template = try LabelTemplate(parsing: Self.yaml)
            let order = PageOrder(
                [LabelContent(barcode: nil)],
                template,
                copies: copies,
                on: nil,
                by: Attribution(principal: .daemon)
            )
            await #expect(throws: PrintError.copies(copies)) { try await parts.printing.pages.print(order) }
        }
    }

    @Test func aPreviewIsDrawnForThePrinterAsItWasMeasured() async throws {
        try await ScratchDaemon.with { parts in
            var printer = PrinterConfiguration(name: "zebra")
            printer.address = .socket(host: "192.0.2.1", port: 9_100)
            printer.resolution = PrintResolution(across: 203, along: 406)
            parts.current.value.printers = [printer]
            let targets = parts.printing.targets
            let plain = try await targets.labelTarget(of: "zebra")
            #expect(plain.resolution == printer.resolution)
            #expect(plain.calibration == .none)
            _ = try await parts.circulation.adjust("zebra") { now in
                PrinterAdjustment(offsetX: -0.5, offsetY: 1, scaleX: 1.01, scaleY: 1, measuredAt: now)
            }
            let measured = try await targets.labelTarget(of: "zebra").calibration
            #expect(measured == PrinterCalibration(offsetX: -0.5, offsetY: 1, scaleX: 1.01, scaleY: 1))
            for name in ["socket://192.0.2.1", "a b", ""] {
                await #expect(throws: PrintError.unknownPrinter(name)) { try await targets.labelTarget(of: name) }
            }
        }
    }
}
