import Circulation
import Labels
import Localization
package import Printers
import Vocabulary

/// Prints pages other than item labels, and records what was printed.
///
/// Pages count as printed only when the printer has finished them.
package struct PagePrinting: Sendable {
    let circulation: Circulation
    let targets: PrintTargets
    let documents: LabelDocuments
    let sheets: SheetUse
    let turns: PrinterTurns
    let queues: PrintQueue
    let sockets: SocketPress

    /// Prints pages, waits for the printer, and records the print in the log.
    ///
    /// The returned job may be in doubt; it is not recorded then. Waits are reported to `waiting`. After a
    /// cancellation no further page starts; pages that the printer has by then are followed to their end and recorded.
    ///
    /// - Throws: `PrintError` if the printer cannot print them, `LabelError` if they cannot be drawn.
    package func print(
        _ order: PageOrder,
        waiting: @escaping @Sendable (PrintError) -> Void = { _ in }
    ) async throws -> PrintedPages {
        guard PrintQueue.copies.contains(order.copies) else { throw PrintError.copies(order.copies) }
        let template = order.template
        let target = try await target(for: order)
        let turn = target.turn(onBegunSheet: order.continuesSheet && template.sheet != nil)
        if let turn, await turns.isTaken(turn) { waiting(PageWait.turn(at: target.name)) }
        do {
            return try await turns.hold(turn, within: PageWait.patience) {
                let used = order.continuesSheet ? sheets.used(of: template, on: target.name) : []
                let document = try await documents.document(
                    order.labels,
                    template,
                    copies: order.copies,
                    for: target,
                    used: used
                )
                try Task.checkCancellation()
                // The result of what the printer may have taken must be recorded, even if the client has left.
                return try await Task { try await print(document, order, to: target, used, waiting) }.value
            }
        } catch is PrinterTurns.TooLong {
            throw PageWait.turn(at: order.printer ?? "the usual printer")
        }
    }

    private func target(for order: PageOrder) async throws -> PrintTarget {
        guard let overrides = order.overrides else {
            return try await targets.target(named: order.printer, for: order.template, isCalibrated: order.isCalibrated)
        }
        return try await targets.target(
            overridablyNamed: order.printer,
            for: order.template,
            isCalibrated: order.isCalibrated,
            despite: OverriddenTroubles(overrides)
        )
    }

    private func print(
        _ document: PrintDocument,
        _ order: PageOrder,
        to target: PrintTarget,
        _ used: Set<Int>,
        _ waiting: @escaping @Sendable (PrintError) -> Void
    ) async throws -> PrintedPages {
        let job = try await send(document, order, to: target, PageWait(waiting))
        if order.continuesSheet { try sheets.note(order.count, after: used, of: order.template, on: target.name) }
        if job.outcome == .printed { try await note(job, order, on: target) }
        return PrintedPages(job: job, mediaDoubt: target.mediaDoubt)
    }

    private func send(
        _ document: PrintDocument,
        _ order: PageOrder,
        to target: PrintTarget,
        _ wait: PageWait
    ) async throws -> PrintedJob {
        var job: PrintedJob
        switch target.address {
        case .queue(let queue, let instance):
            let count = await sockets.count(at: target)
            job = try await queues.print(
                document: document,
                // CUPS shows the titles of jobs to every user of the machine.
                title: order.template.name,
                media: order.template.page,
                page: target.page,
                resolution: target.resolution,
                copies: target.form.countsCopies ? 1 : order.template.jobCopies(order.copies),
                printer: queue,
                instance: instance,
                despite: target.despite
            ) { delay throws(PrintError) in
                try wait.report(delay)
            }
            try await sockets.confirm(&job, on: target, document.pages, since: count) { try wait.report($0) }
        case .socket(let host, let port):
            let word = try await sockets.print(
                document,
                on: SocketPress.Place(name: target.name, host: host, port: port),
                answers: target.answers,
                despite: target.despite
            ) {
            } report: {
                try wait.report($0)
            }
            job = PrintedJob(on: target.name, word: word)
        }
        if case .doubtful(let why) = job.outcome, case .failed = job.word { throw why }
        return job
    }

    /// Records the print, and the labels of the media that it used.
    private func note(_ job: PrintedJob, _ order: PageOrder, on target: PrintTarget) async throws(PrintError) {
        let circumstances = PrintCircumstances(despite: target.despite.met, mediaDoubt: target.mediaDoubt?.word)
        let cells = order.template.labelsPerPage
        let spent = order.continuesSheet ? order.count : (order.count + cells - 1) / cells * cells
        do {
            if let entity = order.entity {
                let print = LabelPrint(
                    subject: entity,
                    template: order.template.name,
                    printer: target.name,
                    job: job.identifier,
                    copies: order.copies,
                    circumstances: circumstances
                )
                try await circulation.notePrinted(print, by: order.attribution)
            } else {
                let print = PagePrint(
                    template: order.template.name,
                    printer: target.name,
                    job: job.identifier,
                    labels: spent,
                    circumstances: circumstances
                )
                try await circulation.notePrinted(print, by: order.attribution)
            }
        } catch {
            throw .uncounted(job, words: error.asMessage)
        }
    }
}
