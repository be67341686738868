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

    static func box() throws -> LabelTemplate { try shipped.template(named: "box-100x50") }

    static func barcode(_ serial: Int = 42) throws -> Barcode {
        Barcode(try #require(MintedBarcode(prefix: .container, site: .standard, serial: serial)))
    }

    static func content(_ serial: Int = 42, title: String = "Minutes 1893–1911") throws -> LabelContent {
        LabelContent(barcode: try barcode(serial), fields: ["title": title])
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
