import Barcodes
package import Labels
import Localization
import Printers
import Vocabulary

/// The page with scales for calibrating a printer.
package struct RulerPage: Sendable {
    private static let templates = ["ruler-100x50", "ruler-4x6in", "ruler-a4", "ruler-letter"]

    let targets: PrintTargets
    let documents: LabelDocuments
    let fields: LabelFields

    /// Measurements of the scales on a printed page, in millimetres.
    package struct Measurement: Sendable {
        /// From the left and upper edges to the zero marks.
        let zero: (x: Double, y: Double)
        /// The printed lengths of the horizontal and vertical scales.
        let length: (x: Double, y: Double)

        package init(zero: (x: Double, y: Double), length: (x: Double, y: Double)) {
            self.zero = zero
            self.length = length
        }
    }

    /// The ruler template with this name, or the first one that the printer has media for.
    ///
    /// - Throws: ``PrintingError`` if it has no scales or cannot be read, `PrintError` if the printer has no suitable
    ///   media.
    package func template(_ name: String?, on printer: String) async throws -> LabelTemplate {
        if let name {
            let template = try documents.template(name)
            guard template.scales != nil else { throw PrintingError.noScales(name, known: Self.templates) }
            return template
        }
        var obstacle: (any Error)?
        for name in Self.templates {
            let template = try documents.template(name)
            do {
                _ = try await targets.target(named: printer, for: template)
                return template
            } catch let error as PrintError {
                switch error {
                case .mediaNotSupported, .wrongMedia: obstacle = obstacle ?? error
                default: throw error
                }
            }
        }
        throw obstacle ?? PrintError.unknownPrinter(printer)
    }

    package func label(of printer: String, on template: LabelTemplate) -> LabelContent {
        let words = ["title": printer, "printer": printer]
        let own = fields.common.merging(Self.words(for: template)) { own, _ in own }.merging(words) { $1 }
        return LabelContent(barcode: nil, fields: own)
    }

    /// A placeholder for every field that the template needs.
    fileprivate static func words(for template: LabelTemplate) -> [String: String] {
        Dictionary(uniqueKeysWithValues: template.fields.map { ($0, "test") })
    }

    /// The calibration that corrects the measured deviation; nil when the deviation is too large.
    ///
    /// A printer that is told x prints at a + b·x, so a position x is sent as x/b − a/b.
    package static func calibration(of template: LabelTemplate, measured: Measurement) -> PrinterCalibration? {
        func axis(_ scale: LabelTemplate.Scale, _ zero: Double, _ length: Double) -> (offset: Double, scale: Double)? {
            let stretch = length / scale.length
            guard stretch.isFinite, stretch > 0.5 else { return nil }
            let shift = zero - stretch * scale.zero
            return (-shift / stretch, 1 / stretch)
        }
        guard let scales = template.scales, let x = axis(scales.across, measured.zero.x, measured.length.x),
            let y = axis(scales.down, measured.zero.y, measured.length.y)
        else { return nil }
        return PrinterCalibration(offsetX: x.offset, offsetY: y.offset, scaleX: x.scale, scaleY: y.scale)
    }
}

/// A test label, with a barcode that scanners can read and that has no effect.
package enum TestLabel {
    /// nil when no barcode is reserved for it.
    package static func label(of printer: String, on template: LabelTemplate, by fields: LabelFields) -> LabelContent? {
        SetUpBarcode.test.map { barcode in
            let title = fields.text(of: Message("Test: \(printer, "printer")"))
            let words = ["title": title, "kind": "test"]
            return LabelContent(barcode: Barcode(barcode), fields: RulerPage.words(for: template).merging(words) { $1 })
        }
    }
}

extension PrinterCalibration {
    init?(_ adjustment: PrinterAdjustment) {
        self.init(
            offsetX: adjustment.offsetX,
            offsetY: adjustment.offsetY,
            scaleX: adjustment.scaleX,
            scaleY: adjustment.scaleY
        )
    }
}
