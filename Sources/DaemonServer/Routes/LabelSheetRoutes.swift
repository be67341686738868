import Hummingbird
import Labels
import Wire

/// Routes for partly used label sheets.
struct LabelSheetRoutes {
    private let daemon: DaemonParts

    init(_ daemon: DaemonParts) { self.daemon = daemon }

    var routes: [Route] {
        [
            .get("/v1/labels/sheets", handle: list),
            .post("/v1/labels/sheets/reset", access: .clerk, handle: reset),
        ]
    }

    @Sendable private func list(_ request: Request, _ context: PeerContext) async throws -> Response {
        // Names of templates and printers contain no tab.
        try Response(Page(of: sheets, by: { "\($0.template)\t\($0.printer)" }, for: request))
    }

    @Sendable private func reset(_ request: Request, _ context: PeerContext) async throws -> Response {
        let (body, _) = try await request.decoded(LabelSheetResetRequest.self, from: context.peer)
        guard try daemon.sheets.forget(body.template, on: body.printer) else {
            let detail =
                "cannot forget a sheet of \(body.template): none is begun; “outguide label sheet list” shows them"
            throw Problem(.notFound, status: 404, detail: detail)
        }
        return try Response(Page(all: sheets))
    }

    private var sheets: [LabelSheetResource] {
        daemon.sheets.sheets.map { LabelSheetResource(template: $0.template, printer: $0.printer, used: $0.used) }
    }
}
