import Barcodes
import Circulation
import Hummingbird
import Labels
import Printers
import Records
import TransferLog
import Wire

/// Routes that print labels and manage print batches.
struct PrintRoutes {
    private let daemon: DaemonParts

    init(_ daemon: DaemonParts) { self.daemon = daemon }

    /// The template for out-guide slips when the configuration names none.
    static let slip = "out-guide-slip"
    private static let batch = API.labelBatches + "/{batch}"

    var routes: [Route] {
        [
            .post(API.labelPrint, access: .clerk, handle: print),
            .get(API.labelPending, work: .list, handle: pending),
            .get(API.labelBatches, work: .list, handle: list),
            .get(Self.batch, isGivenUp: true, handle: show),
            .get(Self.batch + "/labels", work: .list, handle: labels),
            .post(Self.batch + "/resume", access: .clerk, handle: resume),
            .post(Self.batch + "/cancel", access: .clerk, handle: cancel),
        ]
    }

    @Sendable private func print(_ request: Request, _ context: PeerContext) async throws -> Response {
        let (body, key) = try await request.decoded(LabelPrintRequest.self, from: context.peer)
        let until = try PrintWait.Moment(wire: body.until)
        let number: PrintBatchNumber
        if let key, let known = try await daemon.circulation(for: context).printBatch(of: key) {
            // The batch may have become concealed from the caller since.
            number = try await daemon.circulation(for: context).printBatch(known).number
        } else {
            let press = LabelPress(daemon)
            let template = try press.template(body.template ?? usualTemplate(body))
            let fields = try Self.fields(body, of: template)
            let station = try body.station.map { try StationName(wire: $0).text }
            let copies = body.copies ?? 1
            guard PrintQueue.copies.contains(copies) else { throw Problem(PrintError.copies(copies)) }
            let labels = try Self.labels(body)
            // Checks the printer before anything is minted or stored, so that a refusal leaves nothing behind.
            let despite = try PrinterTroubles(wire: body.despite).kinds
            let principal = context.peer.principal
            let target = try await press.target(
                ofRunOn: body.printer,
                station: station,
                for: template,
                despite: OverriddenTroubles(despite)
            )
            try await check(labels, template, fields, context)
            try note(body, template, on: target.name)
            let printing = NewPrinting(
                labels: labels,
                template: template.name,
                printer: target.name,
                copies: copies,
                reason: try body.reason.map { try FreeText(wire: $0, field: "reason") },
                fields: fields,
                isForPlaces: LabelFields(daemon).isOutGuide(template),
                despite: target.despite.met
            )
            let attribution = Attribution(principal: principal)
            number = try await daemon.circulation(for: context).begin(printing, by: attribution, key: key)
            let overrides = despite.map { PrintOverride(kind: $0, by: principal) }
            let batch = try await wait(for: number, until, on: target, despite: overrides, context)
            return try await response(batch, until, context, mediaDoubt: target.mediaDoubt)
        }
        return try await response(try await wait(for: number, until, context), until, context)
    }

    /// Waits for a print batch; describes what blocks it only as far as the caller may see its labels.
    private func wait(
        for number: PrintBatchNumber,
        _ until: PrintWait.Moment,
        on target: PrintTarget? = nil,
        despite overrides: [PrintOverride] = [],
        _ context: PeerContext
    ) async throws -> PrintBatch {
        do {
            return try await PrintWait(daemon).wait(
                for: number,
                until: until,
                on: target,
                despite: overrides,
                orUntil: context.departure
            )
        } catch let problem as Problem {
            guard try await daemon.circulation(for: context).isPartlyConcealed(number) else { throw problem }
            throw Problem(problem.kind, status: problem.status, detail: "cannot go on: ask a supervisor")
        }
    }

    /// The slip template when a slip is requested; nil for the default label template.
    private func usualTemplate(_ body: LabelPrintRequest) -> String? {
        body.slip == true ? daemon.configuration.circulation.outGuideSlip ?? Self.slip : nil
    }

    /// Refuses the request before printing begins if any label cannot be printed as intended.
    private func check(
        _ labels: NewPrinting.Labels,
        _ template: LabelTemplate,
        _ further: [String: String],
        _ context: PeerContext
    ) async throws {
        let fields = LabelFields(daemon)
        let circulation = daemon.circulation(for: context)
        var contents: [LabelContent] = []
        switch labels {
        case .of(let barcodes):
            for barcode in barcodes {
                contents.append(
                    try await fields.content(for: barcode, on: template, in: circulation, adding: further).label
                )
            }
        case .new(_, let thing):
            contents = [try await fields.content(for: thing, on: template, in: circulation, adding: further)]
        }
        try await daemon.renderer.check(contents, template: template)
    }

    private static func fields(_ body: LabelPrintRequest, of template: LabelTemplate) throws -> [String: String] {
        let fields = body.fields ?? [:]
        let areShort = fields.allSatisfy { (1...40).contains($0.key.utf8.count) && $0.value.utf8.count <= 1_000 }
        guard fields.count <= 32, areShort else {
            let detail = "cannot use these fields: give at most 32, with names of 40 and values of 1000 bytes"
            throw Problem(.invalidRequest, status: 400, detail: detail)
        }
        try template.check(fields: fields.keys)
        return fields
    }

    /// Records what the clerk states about the sheet in the printer.
    private func note(_ body: LabelPrintRequest, _ template: LabelTemplate, on printer: String) throws {
        if body.newSheet == true { _ = try daemon.sheets.forget(template.name, on: printer) }
        guard let start = body.startCell else { return }
        guard (1...template.labelsPerPage).contains(start), template.sheet != nil else {
            let detail = "cannot begin at cell \(start): \(template.name) has \(template.labelsPerPage) on a sheet"
            throw Problem(.invalidRequest, status: 400, detail: detail)
        }
        _ = try daemon.sheets.forget(template.name, on: printer)
        try daemon.sheets.note(start - 1, after: [], of: template, on: printer)
    }

    private static func labels(_ body: LabelPrintRequest) throws -> NewPrinting.Labels {
        switch (body.barcodes, body.new) {
        case (let barcodes?, nil):
            guard (1...NewPrinting.most).contains(barcodes.count) else {
                let detail = "cannot print \(barcodes.count) labels at once: name 1 to \(NewPrinting.most)"
                throw Problem(.invalidRequest, status: 400, detail: detail)
            }
            return .of(try barcodes.map { try Barcode(wire: $0) })
        case (nil, let new?): return .new(new.count, try NewRecord(new))
        default:
            let detail = "cannot tell which labels to print: name either barcodes or new"
            throw Problem(.invalidRequest, status: 400, detail: detail)
        }
    }

    private func response(
        _ batch: PrintBatch,
        _ until: PrintWait.Moment,
        _ context: PeerContext,
        mediaDoubt: MediaDoubt? = nil
    ) async throws -> Response {
        let lines = try await daemon.circulation(for: context).labels(of: batch.number, limit: NewPrinting.most)
        return try Response(
            LabelPrintResponse(
                job: lines.compactMap(\.label.job).last ?? 0,
                printer: batch.printer,
                state: batch.state == .done ? "completed" : until == .begun ? "begun" : "accepted",
                labels: lines.count * batch.copies,
                batch: batch.number.rawValue,
                barcodes: lines.map(\.thing.record.barcode.text),
                mediaDoubt: mediaDoubt?.description
            )
        )
    }

    @Sendable private func pending(_ request: Request, _ context: PeerContext) async throws -> Response {
        let limit = try request.limit()
        let cursor = try request.cursor().map(EntryNumber.init(rawValue:))
        let lines = try await daemon.circulation(for: context).pendingLabels(after: cursor, limit: limit)
        let now = UTCClock.system.now()
        return try Response(Page(lines) { PendingLabelResource($0, at: now) })
    }

    @Sendable private func list(_ request: Request, _ context: PeerContext) async throws -> Response {
        let limit = try request.limit()
        let cursor = try request.cursor().map(PrintBatchNumber.init(rawValue:))
        let onlyOpen = try request.flag("open")
        let batches = try await daemon.circulation(for: context).printBatches(
            before: cursor,
            onlyOpen: onlyOpen,
            limit: limit
        )
        let running = await daemon.desk.running(batches.map(\.number))
        let waits = await daemon.desk.waits(of: batches.map(\.number))
        return try Response(
            Page(batches) {
                PrintBatchResource($0, isRunning: running.contains($0.number), waitingFor: waits[$0.number])
            }
        )
    }

    /// With `?wait=`, responds when the batch changes, or after that many seconds.
    @Sendable private func show(_ request: Request, _ context: PeerContext) async throws -> Response {
        let number = try context.printBatch()
        if let text = request.uri.queryParameters["wait"] {
            guard let seconds = Int(text), (1...API.longestWait).contains(seconds) else {
                let detail = "cannot wait that long: wait is a number of seconds from 1 to \(API.longestWait)"
                throw Problem(.invalidRequest, status: 400, detail: detail)
            }
            _ = try await daemon.circulation(for: context).printBatch(number)
            let printed = request.uri.queryParameters["printed"].flatMap { Int($0) }
            let seen = request.uri.queryParameters["seen"].map(String.init)
            try await PrintWait(daemon).waitForChange(of: number, printed: printed, seen, within: .seconds(seconds))
        }
        return try Response(await resource(try await daemon.circulation(for: context).printBatch(number)))
    }

    @Sendable private func labels(_ request: Request, _ context: PeerContext) async throws -> Response {
        let number = try context.printBatch()
        _ = try await daemon.circulation(for: context).printBatch(number)
        let limit = try request.limit()
        let state = try request.uri.queryParameters["state"].map { word in
            guard let state = PrintedLabelState(rawValue: String(word)) else {
                let words = PrintedLabelState.allCases.map(\.rawValue).joined(separator: ", ")
                let detail = "cannot list labels in the state \(word.prefix(20)): it is one of \(words)"
                throw Problem(.invalidRequest, status: 400, detail: detail)
            }
            return state
        }
        let cursor = try request.cursor().map { Int($0) }
        let lines = try await daemon.circulation(for: context).labels(
            of: number,
            in: state,
            after: cursor,
            limit: limit
        )
        return try Response(Page(lines) { BatchLabelResource($0) })
    }

    @Sendable private func resume(_ request: Request, _ context: PeerContext) async throws -> Response {
        let number = try context.printBatch()
        let (body, _) = try await request.decoded(BatchResumeRequest.self, from: context.peer)
        let until = try PrintWait.Moment(wire: body.until)
        _ = try await daemon.circulation(for: context).printBatch(number)
        if let word = body.inDoubt {
            guard let decision = DoubtDecision(rawValue: word) else {
                let detail = "cannot decide that: inDoubt is print or keep"
                throw Problem(.invalidRequest, status: 400, detail: detail)
            }
            let attribution = Attribution(principal: context.peer.principal)
            try await daemon.circulation(for: context).decide(decision, in: number, by: attribution)
            let batch = try await daemon.circulation(for: context).printBatch(number)
            if batch.state == .cancelled { return try Response(await resource(batch)) }
        }
        let principal = context.peer.principal
        let overrides = try PrinterTroubles(wire: body.despite).kinds.map { PrintOverride(kind: $0, by: principal) }
        let batch = try await wait(for: number, until, despite: overrides, context)
        return try Response(await resource(try await daemon.circulation(for: context).printBatch(batch.number)))
    }

    @Sendable private func cancel(_ request: Request, _ context: PeerContext) async throws -> Response {
        let number = try context.printBatch()
        _ = try await daemon.circulation(for: context).printBatch(number)
        let progress = await daemon.desk.progress(of: number)
        if await daemon.desk.cancel(number) {
            for await event in progress { if case .ended = event { break } }
        }
        if try await daemon.circulation(for: context).printBatch(number).state == .open {
            try await daemon.circulation(for: context).cancelPrinting(number)
        }
        return try Response(await resource(try await daemon.circulation(for: context).printBatch(number)))
    }

    private func resource(_ batch: PrintBatch) async -> PrintBatchResource {
        PrintBatchResource(
            batch,
            isRunning: await daemon.desk.isRunning(batch.number),
            waitingFor: await daemon.desk.waits(of: [batch.number])[batch.number]
        )
    }
}

extension PeerContext {
    /// The number of the print batch in the path.
    fileprivate func printBatch() throws -> PrintBatchNumber {
        guard let number = parameters.get("batch", as: Int64.self) else {
            throw Problem(.invalidRequest, status: 400, detail: "cannot read the number of the run in the path")
        }
        return PrintBatchNumber(rawValue: number)
    }
}

extension NewRecord {
    /// Kinds that belong to containers; all other kinds belong to items.
    private static let containers: Set<RecordKind> = [.box, .cart, .crate, .pallet]

    fileprivate init(_ new: NewLabelsRequest) throws {
        let kind = try new.kind.map { try RecordKind(wire: $0) }
        let type: RecordType
        switch new.type {
        case "container": type = .container
        case "item": type = .item
        case nil: type = kind.map { Self.containers.contains($0) ? .container : .item } ?? .container
        default:
            let detail = "cannot register that for a label: type is container or item"
            throw Problem(.invalidRequest, status: 400, detail: detail)
        }
        self.init(
            type: type,
            kind: kind,
            title: try new.title.map { try FreeText(wire: $0, field: "title") },
            home: try new.home.map { try Barcode(wire: $0) },
            parent: try new.parent.map { try Barcode(wire: $0) }
        )
    }
}
