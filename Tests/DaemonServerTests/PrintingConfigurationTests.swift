import Foundation
import Labels
import Printers
import Settings
import Testing
import Vocabulary

@testable import DaemonServer

@Suite struct PrintingConfigurationTests {
    private func load(_ text: String) throws -> Configuration {
        let path = FileManager.default.temporaryDirectory.path() + "/outguide-\(UUID().uuidString).yaml"
        try text.write(toFile: path, atomically: true, encoding: .utf8)
        defer { try? FileManager.default.removeItem(atPath: path) }
        return try ConfigurationFile(path: path).applied(to: .standard)
    }

    @Test func printersAndSuppliesAreTaken() throws {
        let configuration = try load(
            """
            printer: laser
            printers:
              - name: zebra
                address: socket://10.0.0.5
                resolution: 203x406
                media: 100x50
                answers: false
                stations: [intake]
              - name: dymo
                address: labelwriter/sharp
                form: pwg
                templates: [spine]
            supplies:
              - name: ribbon
                unit: ribbons
                uses: 2000
                reorderAt: 1
                printers: [zebra]
                kinds: [folder]
            """
        )
        let zebra = try #require(configuration.printers.first)
        #expect(zebra.address == .socket(host: "10.0.0.5", port: 9_100))
        #expect(zebra.resolution == PrintResolution(across: 203, along: 406))
        #expect(zebra.media == LabelMedia(width: 100, height: 50))
        #expect(!zebra.answers)
        #expect(configuration.printers.last?.address == .queue("labelwriter", instance: "sharp"))
        #expect(configuration.printers.last?.form == .pwg)
        let ribbon = try #require(configuration.supplies.first)
        #expect((ribbon.unit, ribbon.uses, ribbon.reorderAt) == ("ribbons", 2_000, 1))
        #expect(ribbon.sources == [.printer("zebra"), .kind(.folder)])

        let book = PrinterBook(configuration)
        #expect(book.usual(station: "intake", template: "spine") == "zebra")
        #expect(book.usual(station: "counter", template: "spine") == "dymo")
        #expect(book.usual(station: nil, template: "box-100x50") == "laser")
    }

    @Test(arguments: [
        ("printers:\n  - address: zebra", "needs a name"),
        ("printers:\n  - name: z\n    address: a b", "address is"),
        ("printers:\n  - name: z\n    form: pcl", "form is one of pdf, pwg, raster, zpl"),
        ("printers:\n  - name: z\n    form: zpl", "needs its resolution"),
        ("printers:\n  - name: z\n    address: socket://h\n    resolution: 203\n    form: pdf", "takes zpl only"),
        ("printers:\n  - name: z\n    resolution: 20", "resolution is"),
        ("printers:\n  - name: z\n    media: 100", "media is"),
        ("printers:\n  - name: z\n    stations: [a b]", "cannot be one of stations"),
        ("printers:\n  - name: z\n    colour: red", "has no setting colour"),
        ("supplies:\n  - name: roll", "needs templates, printers or kinds"),
        ("supplies:\n  - unit: x", "needs a name"),
        ("supplies:\n  - name: Roll", "lower-case"),
        ("supplies:\n  - name: r\n    kinds: [Box]", "cannot be one of kinds"),
        ("supplies:\n  - name: r\n    uses: 0\n    kinds: [box]", "uses is a number"),
    ])
    func whatIsWrongIsNamed(text: String, reason: String) throws {
        let error = try #require(throws: ConfigurationError.self) { try load(text) }
        #expect(error.description.contains(reason), "\(error)")
    }

    private static let labels = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../labels")
        .path

    private func ruler(_ name: String) throws -> LabelTemplate {
        try LabelTemplateLibrary(directories: [Self.labels]).template(named: name)
    }

    /// A printer that puts x at a + b·x is told what makes it come out at x.
    @Test(
        arguments: ["ruler-100x50", "ruler-4x6in", "ruler-a4", "ruler-letter"],
        [(0.0, 1.0), (-1.5, 1.02), (0.3, 0.985)]
    )
    func measurementsBecomeTheOpposite(name: String, distortion: (shift: Double, stretch: Double)) throws {
        let template = try ruler(name)
        let scales = try #require(template.scales)
        func printed(_ place: Double) -> Double { distortion.shift + distortion.stretch * place }
        let measured = RulerPage.Measurement(
            zero: (x: printed(scales.across.zero), y: printed(scales.down.zero)),
            length: (x: distortion.stretch * scales.across.length, y: distortion.stretch * scales.down.length)
        )
        let calibration = try #require(RulerPage.calibration(of: template, measured: measured))
        for place in [0.0, 25, 99] {
            #expect(abs(printed(calibration.offsetX + calibration.scaleX * place) - place) < 1e-9)
            #expect(abs(printed(calibration.offsetY + calibration.scaleY * place) - place) < 1e-9)
        }
    }

    @Test(arguments: [(5.0, 0.0), (5.0, 140.0), (30.0, 90.0), (Double.nan, 90.0), (5.0, Double.infinity)])
    func impossibleMeasurementsAreRefused(zero: Double, length: Double) throws {
        let measured = RulerPage.Measurement(zero: (x: zero, y: 5), length: (x: length, y: 40))
        #expect(RulerPage.calibration(of: try ruler("ruler-100x50"), measured: measured) == nil)
    }
}
