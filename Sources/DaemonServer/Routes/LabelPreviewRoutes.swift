import Barcodes
import FoundationEssentials
import Hummingbird
import Labels
import Wire

/// Draws labels as a preview before printing.
struct LabelPreviewRoutes {
    /// Maximum number of labels in one preview.
    private static let mostLabels = 1_000

    private let daemon: DaemonParts

    init(_ daemon: DaemonParts) { self.daemon = daemon }

    var routes: [Route] { [daemon.respond(to: API.Labels.preview, preview)] }

    @Sendable private func preview(_ call: Call, _ body: LabelPreviewRequest) async throws -> Response {
        guard body.barcodes.count <= Self.mostLabels else {
            let detail = "cannot show \(body.barcodes.count) labels at once: name at most \(Self.mostLabels)"
            throw Problem(.invalidRequest, detail: detail)
        }
        let press = LabelPress(daemon)
        let template = try press.template(body.template)
        try template.check(fields: (body.fields ?? [:]).keys)
        let fields = LabelFields(daemon)
        let circulation = call.circulation
        var labels: [LabelContent] = []
        for text in body.barcodes {
            let barcode = try Barcode(wire: text)
            let further = body.fields ?? [:]
            labels.append(
                try await fields.content(for: barcode, on: template, in: circulation, adding: further).label
            )
        }
        if labels.isEmpty { labels = [fields.sample(adding: body.fields ?? [:])] }
        var printer: LabelTarget?
        var used = body.used
        if let name = body.printer {
            printer = try await press.labelTarget(of: name)
            used = used ?? Array(daemon.sheets.used(of: template, on: name))
        }
        let file = LabelFile(
            format: body.format,
            printer: printer,
            resolution: body.resolution,
            used: used,
            page: body.page
        )
        return try await file.response(labels, template, daemon.renderer)
    }
}
