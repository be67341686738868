import Barcodes
import Circulation
import DaemonServices
import Labels
import Localization
import Printers
import Printing
import Settings
import TransferLog
import Vocabulary
import Wire
import WireResources

/// Routes that print labels and manage print batches.
struct PrintRoutes {
    let server: EndpointServer
    let printing: Printing
    let clock: UTCClock

    var routes: [Route] {
        [
            server.serve(API.Labels.print, print),
            server.serve(API.Labels.pending) { call in
                let lines = try await call.circulation.pendingLabels(
                    after: try call.cursor().map(EntryNumber.init(rawValue:)),
                    limit: try call.limit()
                )
                let now = clock.now()
                return Page(lines) { PendingLabelResource($0, at: now) }
            },
            server.serve(API.LabelBatches.list, list),
            server.serve(API.LabelBatches.show, isGivenUp: true, show),
            server.serve(API.LabelBatches.labels, labels),
            server.serve(API.LabelBatches.resume, resume),
            server.serve(API.LabelBatches.cancel, cancel),
        ]
    }

    @Sendable private func print(_ call: Call, _ body: LabelPrintRequest) async throws -> LabelPrintResponse {
        let until = try PrintWait.Moment(wire: body.until)
        let number: PrintBatchNumber
        if let key = call.key, let known = try await call.circulation.printBatch(of: key) {
            // The batch may have become concealed from the caller since.
            number = try await call.circulation.printBatch(known).number
        } else {
            let usual = body.slip == true ? printing.settings().slip : nil
            let template = try printing.documents.template(body.template ?? usual)
            let fields = try Self.fields(body, of: template)
            let station = try body.station.map { try StationName(wire: $0).text }
            let copies = body.copies ?? 1
            guard PrintQueue.copies.contains(copies) else { throw PrintError.copies(copies) }
            let labels = try Self.labels(body)
            // Checks the printer before anything is minted or stored, so that a refusal leaves nothing behind.
            let despite = try PrintError.overridden(wire: body.despite)
            let target = try await printing.targets.target(
                overridablyNamed: body.printer,
                station: station,
                for: template,
                despite: OverriddenTroubles(despite)
            )
            // Refuses the request before printing begins if any label cannot be printed as intended.
            let contents = try await printing.fields.contents(
                for: labels,
                on: template,
                in: call.circulation,
                adding: fields
            )
            try await printing.renderer.check(contents, template: template)
            try note(body, template, on: target.name)
            let printing = NewPrinting(
                labels: labels,
                template: template.name,
                printer: target.name,
                copies: copies,
                reason: try body.reason.map { try FreeText(wire: $0, field: "reason") },
                fields: fields,
                isForPlaces: printing.fields.isOutGuide(template),
                despite: target.despite.met
            )
            number = try await call.circulation.begin(printing, by: call.attribution, key: call.key)
            let overrides = despite.map { PrintOverride(kind: $0, by: call.context.peer.principal) }
            let batch = try await wait(for: number, until, on: target, despite: overrides, call)
            return try await response(batch, until, call, mediaDoubt: target.mediaDoubt)
        }
        return try await response(try await wait(for: number, until, call), until, call)
    }

    /// Waits for a print batch; describes what blocks it only as far as the caller may see its labels.
    private func wait(
        for number: PrintBatchNumber,
        _ until: PrintWait.Moment,
        on target: PrintTarget? = nil,
        despite overrides: [PrintOverride] = [],
        _ call: Call
    ) async throws -> PrintBatch {
        do {
            let wait = try await printing.batches.start(number, until: until, on: target, despite: overrides)
            // The batch continues without the client.
            return try await call.context.departure.cancelling { try await wait.end() }
        } catch let error as PrintingError {
            guard try await call.circulation.isPartlyConcealed(number) else { throw error }
            throw RequestFailure(ProblemKind(rawValue: error.kind), Message("cannot go on: ask a supervisor"))
        }
    }

    private static func fields(_ body: LabelPrintRequest, of template: LabelTemplate) throws -> [String: String] {
        let fields = body.fields ?? [:]
        let areShort = fields.allSatisfy { (1...40).contains($0.key.utf8.count) && $0.value.utf8.count <= 1_000 }
        guard fields.count <= 32, areShort else {
            let detail = Message("cannot use these fields: give at most 32, with names of 40 and values of 1000 bytes")
            throw RequestFailure(.invalidRequest, detail)
        }
        try template.check(fields: fields.keys)
        return fields
    }

    /// Records what the clerk states about the sheet in the printer.
    private func note(_ body: LabelPrintRequest, _ template: LabelTemplate, on printer: String) throws {
        if body.newSheet == true { _ = try printing.sheets.forget(template.name, on: printer) }
        guard let start = body.startCell else { return }
        guard (1...template.labelsPerPage).contains(start), template.sheet != nil else {
            let detail = Message(
                "cannot begin at cell \(.number(Int64(start)), "cell"): \(template.name, "template") has "
                    + "\(template.labelsPerPage, "count") on a sheet"
            )
            throw RequestFailure(.invalidRequest, detail)
        }
        _ = try printing.sheets.forget(template.name, on: printer)
        try printing.sheets.note(start - 1, after: [], of: template, on: printer)
    }

    private static func labels(_ body: LabelPrintRequest) throws -> NewPrinting.Labels {
        switch (body.barcodes, body.new) {
        case (let barcodes?, nil):
            guard (1...NewPrinting.most).contains(barcodes.count) else {
                let detail = Message(
                    "cannot print \(barcodes.count, "labels") labels at once: name 1 to \(NewPrinting.most, "limit")"
                )
                throw RequestFailure(.invalidRequest, detail)
            }
            return .of(try barcodes.map { try Barcode(wire: $0) })
        case (nil, let new?): return .new(new.count, try NewEntity(new))
        default:
            let detail = Message("cannot tell which labels to print: name either barcodes or new")
            throw RequestFailure(.invalidRequest, detail)
        }
    }

    private func response(
        _ batch: PrintBatch,
        _ until: PrintWait.Moment,
        _ call: Call,
        mediaDoubt: MediaDoubt? = nil
    ) async throws -> LabelPrintResponse {
        let lines = try await call.circulation.labels(of: batch.number, limit: NewPrinting.most)
        return LabelPrintResponse(
            job: lines.compactMap(\.label.job).last ?? 0,
            printer: batch.printer,
            state: batch.state == .done ? "completed" : until == .begun ? "begun" : "accepted",
            labels: lines.count * batch.copies,
            batch: batch.number.rawValue,
            barcodes: lines.map(\.thing.entity.barcode.text),
            mediaDoubt: mediaDoubt.map { call.context.localizer.text(of: $0.message) }
        )
    }

    @Sendable private func list(_ call: Call) async throws -> Page<PrintBatchResource> {
        let batches = try await call.circulation.printBatches(
            before: try call.cursor().map(PrintBatchNumber.init(rawValue:)),
            onlyOpen: try call.flag(API.LabelBatches.open),
            limit: try call.limit()
        )
        let running = await printing.runs.running(batches.map(\.number))
        let waits = await printing.runs.waits(of: batches.map(\.number))
        let localizer = call.context.localizer
        return Page(batches) { batch in
            PrintBatchResource(
                batch,
                isRunning: running.contains(batch.number),
                waitingFor: waits[batch.number],
                in: localizer
            )
        }
    }

    /// With `?wait=`, responds when the batch changes, or after that many seconds.
    @Sendable private func show(_ call: Call) async throws -> PrintBatchResource {
        let number = try call.printBatch()
        if let text = call[API.LabelBatches.wait] {
            guard let seconds = Int(text), (1...API.longestWait).contains(seconds) else {
                let detail = Message(
                    "cannot wait that long: wait is a number of seconds from 1 to \(API.longestWait, "limit")"
                )
                throw RequestFailure(.invalidRequest, detail)
            }
            _ = try await call.circulation.printBatch(number)
            try await printing.batches.waitForChange(
                of: number,
                printed: call[API.LabelBatches.printed].flatMap { Int($0) },
                call[API.LabelBatches.seen],
                within: .seconds(seconds)
            )
        }
        return await resource(try await call.circulation.printBatch(number), call)
    }

    @Sendable private func labels(_ call: Call) async throws -> Page<BatchLabelResource> {
        let number = try call.printBatch()
        _ = try await call.circulation.printBatch(number)
        let limit = try call.limit()
        let state = try call[API.LabelBatches.state].map { word in
            guard let state = PrintedLabelState(rawValue: word) else {
                let words = PrintedLabelState.allCases.map(\.rawValue).joined(separator: ", ")
                let detail = Message(
                    "cannot list labels in the state \(word.prefix(20), "state"): it is one of \(words, "values")"
                )
                throw RequestFailure(.invalidRequest, detail)
            }
            return state
        }
        let cursor = try call.cursor().map { Int($0) }
        let lines = try await call.circulation.labels(of: number, in: state, after: cursor, limit: limit)
        return Page(lines) { BatchLabelResource($0) }
    }

    @Sendable private func resume(_ call: Call, _ body: BatchResumeRequest) async throws -> PrintBatchResource {
        let number = try call.printBatch()
        let until = try PrintWait.Moment(wire: body.until)
        _ = try await call.circulation.printBatch(number)
        if let word = body.inDoubt {
            guard let decision = DoubtDecision(rawValue: word) else {
                let detail = Message("cannot decide that: inDoubt is print or keep")
                throw RequestFailure(.invalidRequest, detail)
            }
            try await call.circulation.decide(decision, in: number, by: call.attribution, key: call.key)
            let batch = try await call.circulation.printBatch(number)
            if batch.state == .cancelled { return await resource(batch, call) }
        }
        let principal = call.context.peer.principal
        let overrides = try PrintError.overridden(wire: body.despite).map { PrintOverride(kind: $0, by: principal) }
        let batch = try await wait(for: number, until, despite: overrides, call)
        return await resource(try await call.circulation.printBatch(batch.number), call)
    }

    @Sendable private func cancel(_ call: Call) async throws -> PrintBatchResource {
        let number = try call.printBatch()
        _ = try await call.circulation.printBatch(number)
        try await printing.batches.cancel(number, in: call.circulation)
        return await resource(try await call.circulation.printBatch(number), call)
    }

    private func resource(_ batch: PrintBatch, _ call: Call) async -> PrintBatchResource {
        PrintBatchResource(
            batch,
            isRunning: await printing.runs.isRunning(batch.number),
            waitingFor: await printing.runs.waits(of: [batch.number])[batch.number],
            in: call.context.localizer
        )
    }
}

extension Call {
    /// The number of the print batch in the path.
    fileprivate func printBatch() throws -> PrintBatchNumber {
        PrintBatchNumber(rawValue: try number(otherwise: Message("cannot read the number of the run in the path")))
    }
}

extension NewEntity {
    /// Kinds that belong to containers; all other kinds belong to items.
    private static let containers: Set<EntityKind> = [.box, .cart, .crate, .pallet]

    fileprivate init(_ new: NewLabelsRequest) throws {
        let kind = try new.kind.map { try EntityKind(wire: $0) }
        let type: EntityType
        switch new.type {
        case "container": type = .container
        case "item": type = .item
        case nil: type = kind.map { Self.containers.contains($0) ? .container : .item } ?? .container
        default:
            let detail = Message("cannot register that for a label: type is container or item")
            throw RequestFailure(.invalidRequest, detail)
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
