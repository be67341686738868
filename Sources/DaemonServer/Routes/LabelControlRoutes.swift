import Barcodes
import Hummingbird
import Labels
import Records
import Wire

/// Prints the sheet of all control barcodes, including those added by later versions.
struct LabelControlRoutes {
    private static let template = "controls"

    private let daemon: DaemonParts

    init(_ daemon: DaemonParts) { self.daemon = daemon }

    var routes: [Route] {
        [
            .post("/v1/labels/controls", access: .reader, work: .drawing, handle: draw),
            .post("/v1/labels/controls/prints", access: .clerk, handle: print),
        ]
    }

    @Sendable private func draw(_ request: Request, _ context: PeerContext) async throws -> Response {
        let (body, _) = try await request.decoded(ControlSheetRequest.self, from: context.peer)
        let template = try LabelPress(daemon).template(body.template ?? Self.template)
        let file = LabelFile(format: body.format ?? "pdf", resolution: body.resolution, used: nil, page: body.page)
        return try await file.response(controls, template, daemon.renderer)
    }

    @Sendable private func print(_ request: Request, _ context: PeerContext) async throws -> Response {
        let (body, _) = try await request.decoded(ControlPrintRequest.self, from: context.peer)
        let press = LabelPress(daemon)
        let template = try press.template(body.template ?? Self.template)
        let copies = body.copies ?? 1
        let labels = controls
        let attribution = Attribution(principal: context.peer.principal)
        let pages = try await press.print(
            labels,
            template,
            copies: copies,
            on: body.printer,
            despite: try PrinterTroubles(wire: body.despite),
            by: attribution,
            orUntil: context.departure
        )
        return try Response(LabelPrintResponse(pages, labels: labels.count * copies))
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
