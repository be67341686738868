import Circulation
import Hummingbird
import Labels
import LogProof
import Records
import TransferLog
import Wire

/// The paper witness: prints a signed checkpoint of the log, which no one with write access to the log can alter.
struct CheckpointPrintRoutes {
    /// The template used when the request names none.
    private static let template = "checkpoint-100x50"

    private let daemon: DaemonParts

    init(_ daemon: DaemonParts) { self.daemon = daemon }

    var routes: [Route] { [.post("/v1/log/checkpoint/prints", access: .clerk, handle: print)] }

    @Sendable private func print(_ request: Request, _ context: PeerContext) async throws -> Response {
        let (body, _) = try await request.decoded(CheckpointPrintRequest.self, from: context.peer)
        let press = LabelPress(daemon)
        let template = try press.template(body.template ?? Self.template)
        let signed = try await daemon.checkpoints.sign()
        let fields = [
            "checkpoint": signed.serialized,
            "entries": String(signed.checkpoint.head.size),
            "origin": signed.checkpoint.origin,
            // The page is compared elsewhere with another copy of the log, so the time names its zone.
            "printedAt": daemon.circulation.settings.clock.text(of: UTCClock.system.now(), isNamed: true),
        ]
        let page = LabelContent(barcode: nil, fields: fields)
        let attribution = Attribution(principal: context.peer.principal)
        let pages = try await press.print(
            [page],
            template,
            copies: 1,
            on: body.printer,
            despite: try PrinterTroubles(wire: body.despite),
            by: attribution,
            orUntil: context.departure
        )
        return try Response(LabelPrintResponse(pages, labels: 1))
    }
}
