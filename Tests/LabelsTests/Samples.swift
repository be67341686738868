import Barcodes
import Foundation
import Testing

@testable import Labels

/// Templates and contents that several suites use.
enum Samples {
    /// The templates that are installed.
    static let shipped = LabelTemplateLibrary(directories: [
        URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("../../labels").path
    ])

    /// The text of an installed template.
    static func text(of name: String) throws -> String {
        let path = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
            .appendingPathComponent("../../labels/\(name).yaml")
        return try String(contentsOf: path, encoding: .utf8)
    }

    static func box() throws -> LabelTemplate { try shipped.template(named: "box-100x50") }

    static func barcode(_ serial: Int = 42) throws -> Barcode {
        Barcode(try #require(MintedBarcode(prefix: .container, site: .standard, serial: serial)))
    }

    static func content(_ serial: Int = 42, title: String = "Minutes 1893–1911") throws -> LabelContent {
        LabelContent(barcode: try barcode(serial), fields: ["title": title])
    }

    /// A label that has every field that the shipped templates know.
    static func full(serial: Int, title: String) throws -> LabelContent {
        let fields = [
            "title": title, "home": "Courthouse › Bay 4 › Shelf 2", "site": "00", "kind": "box", "year": "1998",
            "printedAt": "2026-01-31T13:45:00Z", "position": "\(serial % 100)", "wanted": "Reading room",
            "custodian": "A. Reader", "since": "2026-01-31", "due": "2026-02-28", "reason": "to be read",
            "header": "17", "page": "1 of 1",
        ]
        return LabelContent(barcode: try barcode(serial), fields: fields)
    }

    /// As long as one with two signatures.
    static var checkpoint: LabelContent {
        let key =
            "outguide.example+1f2e3d4c AbCdEfGhIjKlMnOpQrStUvWxYzAbCdEfGhIjKlMnOpQrStUvWxYzAbCdEfGhIjKlMnOpQrStUvWxYz0123"
        let text = "outguide.example/log\n1234567\nqINS1GRFhWHwdkUeqLEoP4yEMkTBBzxBkGwGQlVlVcs=\n\n— \(key)\n— \(key)\n"
        return LabelContent(
            barcode: nil,
            fields: ["checkpoint": text, "entries": "1234567", "printedAt": "2026-01-31T13:45:00Z"]
        )
    }

    static let qr = """
        name: qr
        media: {width: 40, height: 30}
        elements:
          - barcode:
              symbology: qr
              content: "{barcode}"
              box: {x: 1, y: 1, width: 20, height: 20}
              moduleWidth: 0.25
              quietZone: 4
          - text:
              content: "{barcode}"
              font: Sans Bold
              size: 12
              minimumSize: 6
              box: {x: 1, y: 22, width: 38, height: 7}
              align: start
              maximumLines: 1
        """
}
