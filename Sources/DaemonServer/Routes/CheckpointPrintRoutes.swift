import Circulation
import Labels
import LogProof
import Safekeeping
import TransferLog
import Vocabulary
import Wire

/// The paper witness: prints a signed checkpoint of the log, which no one with write access to the log can alter.
struct CheckpointPrintRoutes {
    /// The template used when the request names none.
    private static let template = "checkpoint-100x50"

    private let daemon: DaemonParts

    init(_ daemon: DaemonParts) { self.daemon = daemon }

    var routes: [Route] {
        [
            daemon.serve(API.Log.printCheckpoint) { call, body in
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
                let pages = try await press.print(
                    [LabelContent(barcode: nil, fields: fields)],
                    template,
                    copies: 1,
                    on: body.printer,
                    despite: try PrinterTroubles(wire: body.despite),
                    by: call.attribution,
                    orUntil: call.context.departure
                )
                return LabelPrintResponse(pages, labels: 1)
            }
        ]
    }
}
