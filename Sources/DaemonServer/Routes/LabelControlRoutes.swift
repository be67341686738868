import Barcodes
import Hummingbird
import Labels
import Vocabulary
import Wire

/// Prints the sheet of all control barcodes, including those added by later versions.
struct LabelControlRoutes {
    private static let template = "controls"

    private let daemon: DaemonParts

    init(_ daemon: DaemonParts) { self.daemon = daemon }

    var routes: [Route] {
        [
            daemon.respond(to: API.Labels.drawControls) { call, body in
                let template = try LabelPress(daemon).template(body.template ?? Self.template)
                let file = LabelFile(
                    format: body.format ?? "pdf",
                    resolution: body.resolution,
                    used: nil,
                    page: body.page
                )
                return try await file.response(controls, template, daemon.renderer)
            },
            daemon.serve(API.Labels.printControls) { call, body in
                let press = LabelPress(daemon)
                let copies = body.copies ?? 1
                let labels = controls
                let pages = try await press.print(
                    labels,
                    try press.template(body.template ?? Self.template),
                    copies: copies,
                    on: body.printer,
                    despite: try PrinterTroubles(wire: body.despite),
                    by: call.attribution,
                    orUntil: call.context.departure
                )
                return LabelPrintResponse(pages, labels: labels.count * copies)
            },
        ]
    }

    private var controls: [LabelContent] {
        let standing = LabelFields(daemon).standing
        return ControlCommand.allCases.compactMap { command in
            guard let barcode = command.barcode else { return nil }
            return LabelContent(
                barcode: Barcode(barcode),
                fields: standing.merging(["title": command.title, "kind": "control"]) { _, new in new }
            )
        }
    }
}
