import Foundation
import Labels
import Localization
import Printers
import Settings
import Testing
import Vocabulary

@testable import DaemonServer
@testable import DaemonServices
@testable import Printing

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

        #expect(configuration.usualPrinter(station: "intake", template: "spine") == "zebra")
        #expect(configuration.usualPrinter(station: "counter", template: "spine") == "dymo")
        #expect(configuration.usualPrinter(station: nil, template: "box-100x50") == "laser")
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
}
