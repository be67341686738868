import Barcodes
import Circulation
import Hummingbird
import Labels
import LogProof
import Printing
import Safekeeping
import Vocabulary
import Wire

/// Routes for pages that are not labels of entities: pull lists, control barcodes and checkpoints.
struct PageRoutes {
    let server: EndpointServer
    let checkpoints: CheckpointKeeper
    let printing: Printing

    var routes: [Route] {
        [
            server.respond(to: API.PullLists.draw) { call, body in
                let template = try printing.documents.template(body.template ?? PullListPage.template)
                let file = LabelFile(
                    format: body.format ?? "pdf",
                    resolution: body.resolution,
                    used: nil,
                    page: body.page
                )
                return try await file.response(try await pullList(call, on: template), template, printing.renderer)
            },
            server.serve(API.PullLists.print, about: entities) { call, body in
                let template = try printing.documents.template(body.template ?? PullListPage.template)
                return try await call.print(
                    try await pullList(call, on: template),
                    template,
                    on: body.printer,
                    despite: body.despite,
                    by: printing.pages
                )
            },
            server.respond(to: API.Labels.drawControls) { call, body in
                let template = try printing.documents.template(body.template ?? ControlSheet.template)
                let file = LabelFile(
                    format: body.format ?? "pdf",
                    resolution: body.resolution,
                    used: nil,
                    page: body.page
                )
                return try await file.response(printing.controlSheet.labels, template, printing.renderer)
            },
            server.serve(API.Labels.printControls) { call, body in
                try await call.print(
                    printing.controlSheet.labels,
                    try printing.documents.template(body.template ?? ControlSheet.template),
                    copies: body.copies ?? 1,
                    on: body.printer,
                    despite: body.despite,
                    by: printing.pages
                )
            },
            // The paper witness: no one with write access to the log can alter it.
            server.serve(API.Log.printCheckpoint) { call, body in
                let template = try printing.documents.template(body.template ?? CheckpointPage.template)
                let signed = try await checkpoints.sign()
                let label = printing.checkpointPage.label(
                    note: signed.serialized,
                    entries: String(signed.checkpoint.head.size),
                    origin: signed.checkpoint.origin
                )
                return try await call.print(
                    [label],
                    template,
                    on: body.printer,
                    despite: body.despite,
                    by: printing.pages
                )
            },
        ]
    }

    @Sendable private func entities(_ call: Call) async throws -> [EntityID] {
        try await call.circulation.pullList(try call.barcode()).things.map(\.entity.id)
    }

    private func pullList(_ call: Call, on template: LabelTemplate) async throws -> [LabelContent] {
        try printing.pullListPage.labels(for: try await call.circulation.pullList(try call.barcode()), on: template)
    }
}
