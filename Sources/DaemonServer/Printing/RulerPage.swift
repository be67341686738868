import Labels
import Printers
import Wire

/// The page with scales for calibrating a printer.
struct RulerPage {
    private static let templates = ["ruler-100x50", "ruler-4x6in", "ruler-a4", "ruler-letter"]

    private let press: LabelPress

    init(_ press: LabelPress) { self.press = press }

    /// Measurements of the scales on a printed page, in millimetres.
    struct Measurement {
        /// From the left and upper edges to the zero marks.
        let zero: (x: Double, y: Double)
        /// The printed lengths of the horizontal and vertical scales.
        let length: (x: Double, y: Double)
    }

    /// The ruler template with this name, or the first one that the printer has media for.
    func template(_ name: String?, on printer: String) async throws -> LabelTemplate {
        if let name {
            let template = try press.template(name)
            guard template.scales != nil else {
                let detail =
                    "cannot measure by \(name): it has no scales; \(Self.templates.joined(separator: ", ")) have"
                throw Problem(.invalidRequest, detail: detail)
            }
            return template
        }
        var obstacle: (any Error)?
        for name in Self.templates {
            let template = try press.template(name)
            do {
                _ = try await press.target(named: printer, for: template)
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

    /// A placeholder for every field that the template needs.
    static func words(for template: LabelTemplate) -> [String: String] {
        Dictionary(uniqueKeysWithValues: template.fields.map { ($0, "test") })
    }

    /// The calibration that corrects the measured deviation; nil when the deviation is too large.
    ///
    /// A printer that is told x prints at a + b·x, so a position x is sent as x/b − a/b.
    static func calibration(of template: LabelTemplate, measured: Measurement) -> PrinterCalibration? {
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
