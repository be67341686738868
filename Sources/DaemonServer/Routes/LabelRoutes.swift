import Barcodes
import Circulation
import FoundationEssentials
import Hummingbird
import Labels
import LogProof
import Records
import TransferLog
import Wire

/// Labels: looking at them and printing them.
struct LabelRoutes {
    /// Labels that one request may print.
    static let mostLabels = 1_000
    /// What a checkpoint is printed with when nobody says otherwise.
    private static let checkpointTemplate = "checkpoint-100x50"

    private let daemon: DaemonParts

    init(_ daemon: DaemonParts) { self.daemon = daemon }

    var routes: [Route] {
        [
            .get(API.labelTemplates, handle: templates),
            .get(API.printers, handle: printers),
            .post(API.labelPreview, access: .reader, handle: preview),
            .post(API.labelPrint, access: .clerk, handle: print),
            .post("/v1/log/checkpoint/prints", access: .clerk, handle: printCheckpoint),
        ]
    }

    @Sendable private func templates(_ request: Request, _ context: PeerContext) async throws -> Response {
        let library = daemon.templates
        let templates = try library.names().map { name in
            let media = try template(name).media
            return LabelTemplateResource(name: name, width: media.width, height: media.height)
        }
        return try Response(LabelTemplateList(templates: templates))
    }

    @Sendable private func printers(_ request: Request, _ context: PeerContext) async throws -> Response {
        do {
            let printers = try await daemon.printers.printers()
            return try Response(PrinterList(printers: printers.map { PrinterResource($0) }))
        } catch let error as PrintError {
            throw Problem(error)
        }
    }

    @Sendable private func preview(_ request: Request, _ context: PeerContext) async throws -> Response {
        let (body, _) = try await request.decoded(LabelPreviewRequest.self, from: context.peer)
        let template = try template(body.template)
        let content = try await content(for: try Barcode(wire: body.barcode)).label
        let resolution = body.dotsPerInch ?? LabelRenderer.commonResolution
        do {
            switch body.format ?? "png" {
            case "png":
                let bytes = try await daemon.renderer.png(content, template: template, dotsPerInch: resolution)
                return Response(mediaType: "image/png", bytes: Data(bytes))
            case "pdf":
                let bytes = try await daemon.renderer.pdf([content], template: template, dotsPerInch: resolution)
                return Response(mediaType: "application/pdf", bytes: Data(bytes))
            case let format:
                let detail = "cannot draw a label as \(format.prefix(20)): ask for png or pdf"
                throw Problem(.invalidRequest, status: 400, detail: detail)
            }
        } catch let error as LabelError {
            throw Problem(error)
        }
    }

    @Sendable private func print(_ request: Request, _ context: PeerContext) async throws -> Response {
        let (body, _) = try await request.decoded(LabelPrintRequest.self, from: context.peer)
        guard (1...Self.mostLabels).contains(body.barcodes.count) else {
            let detail = "cannot print \(body.barcodes.count) labels at once: name 1 to \(Self.mostLabels)"
            throw Problem(.invalidRequest, status: 400, detail: detail)
        }
        let template = try template(body.template)
        var contents: [(label: LabelContent, record: RecordID)] = []
        for text in body.barcodes { contents.append(try await content(for: try Barcode(wire: text))) }
        let copies = body.copies ?? 1
        let job = try await finished(contents.map(\.label), template, copies: copies, on: body.printer)
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

    /// The paper witness: the log as it is now, signed, where nobody who can write the log can reach it.
    @Sendable private func printCheckpoint(_ request: Request, _ context: PeerContext) async throws -> Response {
        let (body, _) = try await request.decoded(CheckpointPrintRequest.self, from: context.peer)
        let template = try template(body.template ?? Self.checkpointTemplate)
        let signed = try await daemon.checkpoints.sign()
        let fields = [
            "checkpoint": signed.serialized,
            "entries": String(signed.checkpoint.head.size),
            "origin": signed.checkpoint.origin,
            "printedAt": UTCClock.system.now().rfc3339,
        ]
        let page = LabelContent(barcode: nil, fields: fields)
        let job = try await finished([page], template, copies: 1, on: body.printer)
        return try Response(LabelPrintResponse(job, labels: 1))
    }

    /// The job once the printer has done it.
    private func finished(
        _ labels: [LabelContent],
        _ template: LabelTemplate,
        copies: Int,
        on printer: String?
    ) async throws -> PrintedJob {
        let job: PrintedJob
        do {
            job = try await print(labels, template, copies: copies, on: printer)
        } catch let error as LabelError {
            throw Problem(error)
        } catch let error as PrintError {
            throw Problem(error)
        }
        guard job.state == .completed else {
            let words = ([job.message] + job.reasons).filter { !$0.isEmpty }.joined(separator: ", ")
            let why = words.isEmpty ? "the printer gave no reason" : words
            let which = "job \(job.identifier) on \(job.printer)"
            let detail = "cannot say that the labels were printed: \(which) is \(job.state) (\(why))"
            throw Problem(.printing, status: 502, detail: detail)
        }
        return job
    }

    private func print(
        _ labels: [LabelContent],
        _ template: LabelTemplate,
        copies: Int,
        on name: String?
    ) async throws -> PrintedJob {
        let name = name ?? daemon.configuration.printer
        let pdf = try await daemon.renderer.pdf(
            labels,
            template: template,
            dotsPerInch: try await resolution(of: name)
        )
        return try await daemon.printers.print(
            document: PrintDocument(bytes: pdf, format: .pdf),
            title: labels.first?.barcode.map { "labels \($0)" } ?? template.name,
            media: template.media,
            copies: copies,
            printer: name
        )
    }

    /// The resolution that bars are drawn for: the printer's own, or the common one when it does not tell.
    private func resolution(of name: String?) async throws -> Int {
        let printer = try await daemon.printers.printers().first { $0.name == name }
        let known = printer?.resolutions.filter { LabelRenderer.resolutions.contains($0) } ?? []
        return known.max() ?? LabelRenderer.commonResolution
    }

    private func template(_ name: String?) throws -> LabelTemplate {
        do {
            return try daemon.templates.template(named: name ?? daemon.configuration.labelTemplate)
        } catch {
            throw Problem(.labelTemplate, status: 422, detail: error.description)
        }
    }

    private func content(for barcode: Barcode) async throws -> (label: LabelContent, record: RecordID) {
        let line = try await daemon.circulation.record(barcode)
        let fields = [
            "home": line.home?.text ?? "",
            "kind": line.record.kind.name,
            "site": daemon.configuration.site.description,
            "title": line.record.title ?? "",
        ]
        return (LabelContent(barcode: line.record.barcode, fields: fields), line.record.id)
    }
}

extension LabelPrintResponse {
    fileprivate init(_ job: PrintedJob, labels: Int) {
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

extension Problem {
    fileprivate init(_ error: LabelError) {
        self.init(.labelTemplate, status: 422, detail: error.description)
    }

    fileprivate init(_ error: PrintError) {
        switch error {
        case .unknownPrinter: self.init(.notFound, status: 404, detail: error.description)
        case .copies: self.init(.invalidRequest, status: 400, detail: error.description)
        default: self.init(.printing, status: 502, detail: error.description)
        }
    }
}
