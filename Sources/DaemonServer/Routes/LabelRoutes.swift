import Barcodes
import Circulation
import Hummingbird
import Labels
import Records
import Wire

/// Printing labels.
struct LabelRoutes {
    /// Labels that one request may print.
    static let mostLabels = 1_000

    private let daemon: DaemonParts

    init(_ daemon: DaemonParts) { self.daemon = daemon }

    var routes: [Route] {
        [
            .get(API.printers, handle: printers),
            .post(API.labelPrint, access: .clerk, handle: print),
        ]
    }

    @Sendable private func printers(_ request: Request, _ context: PeerContext) async throws -> Response {
        do {
            let printers = try await daemon.printers.printers()
            return try Response(PrinterList(printers: printers.map { PrinterResource($0) }))
        } catch let error as PrintError {
            throw Problem(error)
        }
    }

    @Sendable private func print(_ request: Request, _ context: PeerContext) async throws -> Response {
        let (body, _) = try await request.decoded(LabelPrintRequest.self, from: context.peer)
        guard (1...Self.mostLabels).contains(body.barcodes.count) else {
            let detail = "cannot print \(body.barcodes.count) labels at once: name 1 to \(Self.mostLabels)"
            throw Problem(.invalidRequest, status: 400, detail: detail)
        }
        let press = LabelPress(daemon)
        let template = try press.template(body.template)
        var contents: [(label: LabelContent, record: RecordID)] = []
        for text in body.barcodes {
            contents.append(try await LabelFields(daemon).content(for: try Barcode(wire: text)))
        }
        let copies = body.copies ?? 1
        let job = try await press.print(contents.map(\.label), template, copies: copies, on: body.printer)
        let prints = contents.map {
            LabelPrint(
                subject: $0.record,
                template: template.name,
                printer: job.printer,
                job: job.identifier,
                copies: copies
            )
        }
        try await daemon.circulation.notePrinted(prints, by: Attribution(principal: context.peer.principal))
        return try Response(LabelPrintResponse(job, labels: contents.count * copies))
    }
}

extension LabelPrintResponse {
    init(_ job: PrintedJob, labels: Int) {
        self.init(job: job.identifier, printer: job.printer, state: job.state.description, labels: labels)
    }
}

extension PrinterResource {
    fileprivate init(_ printer: LabelPrinter) {
        let state =
            switch printer.state {
            case .idle: "idle"
            case .processing: "processing"
            case .stopped: "stopped"
            case .other(let value): "state \(value)"
            }
        self.init(name: printer.name, state: state, isAcceptingJobs: printer.isAcceptingJobs)
    }
}
