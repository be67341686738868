import Barcodes
import Circulation
import Labels
import Localization
import Printers
import Vocabulary

/// Prints one batch of labels, job by job.
///
/// Before the printer gets a job, the log records its labels as sent; the outcome is recorded together with its
/// entries. A batch interrupted at any point therefore resumes without printing a label twice or leaving one out.
struct PrintRun {
    let start: PrintRuns.Start
    let runs: PrintRuns
    let circulation: Circulation
    let targets: PrintTargets
    let documents: LabelDocuments
    let labelFields: LabelFields
    let sheets: SheetUse
    let turns: PrinterTurns
    let queues: PrintQueue
    let sockets: SocketPress
    /// Kinds of trouble that are overridden, and which of them the printer reported.
    let despite: OverriddenTroubles
    let clock = ContinuousClock()

    var number: PrintBatchNumber { start.number }

    /// Prints the waiting labels; throws an error that needs intervention.
    func run() async throws {
        var batch = try await circulation.printBatch(number)
        try await settle(batch)
        batch = try await circulation.printBatch(number)
        guard batch.state == .open, !start.onlySettles else { return }
        guard batch.tally[.doubtful] == 0 else { throw await Self.doubt(batch, circulation) }
        despite.add(batch.despite)
        if batch.trouble != nil { try await circulation.note(nil, of: number) }
        let template = try documents.template(batch.template)
        let target = try await target(start.target, of: batch, template)
        if let turn = target.turn(onBegunSheet: template.sheet != nil) {
            do {
                let wait = PrintError.busy(printer: target.name, words: Message("another run is at the printer"))
                if await turns.isTaken(turn) { await report(wait) }
                try await start.wish.wait { [turns] in try await turns.take(turn) }
                await report(nil)
            } catch is CancellationError where start.wish.isCancelled {
                return try await circulation.cancelPrinting(number)
            }
            do {
                // The earlier batch may have taken long, so the printer is checked again.
                try await printWaiting(of: batch, template, on: nil)
            } catch {
                await turns.leave(turn)
                throw error
            }
            await turns.leave(turn)
        } else {
            try await printWaiting(of: batch, template, on: target)
        }
        // The printer could not confirm the outcome of some labels.
        batch = try await circulation.printBatch(number)
        guard batch.tally[.doubtful] == 0 else { throw await Self.doubt(batch, circulation) }
    }

    /// Returns `checked`, or checks the printer now.
    private func target(
        _ checked: PrintTarget?,
        of batch: PrintBatch,
        _ template: LabelTemplate
    ) async throws -> PrintTarget {
        if let checked { return checked }
        return try await targets.target(overridablyNamed: batch.printer, for: template, despite: despite)
    }

    /// Prints the waiting labels, job by job; the first job uses `target`, which was checked a moment ago.
    private func printWaiting(of batch: PrintBatch, _ template: LabelTemplate, on target: PrintTarget?) async throws {
        var target = target
        var isMediaKnown = batch.mediaDoubt == nil
        let further = try await circulation.printFields(of: number)
        while !start.wish.isCancelled {
            let asked = try await self.target(target, of: batch, template)
            target = nil
            // Recorded now, because it cannot be determined later which roll was loaded.
            if let doubt = asked.mediaDoubt, isMediaKnown {
                try await circulation.note(mediaDoubt: doubt.word, of: number)
                isMediaKnown = false
            }
            let used = sheets.used(of: template, on: asked.name)
            // A sheet leaves the printer with its job, so only the last sheet of a batch may be partly used.
            let limit = template.labels(inJobOf: asked.labelsPerJob, used: used, copies: batch.copies)
            let lines = try await circulation.labels(of: number, in: .waiting, limit: limit)
            guard !lines.isEmpty else { return }
            let contents = try await labelFields.contents(
                for: .of(lines.map(\.thing.entity.barcode)),
                on: template,
                in: circulation,
                adding: further
            )
            let document = try await documents.document(
                contents,
                template,
                copies: batch.copies,
                for: asked,
                used: used
            )
            let copies = template.jobCopies(batch.copies)
            // Cells count as used before printing, so that a job that is interrupted is never printed over.
            try sheets.note(contents.count * batch.copies, after: used, of: template, on: asked.name)
            do {
                try await send(document, lines.map(\.label), of: batch, copies: copies, to: asked)
            } catch {
                let first = try await circulation.labels(of: number, in: .waiting, limit: 1).first
                if first?.label.position == lines.first?.label.position {
                    try sheets.keep(used, of: template, on: asked.name)
                }
                throw error
            }
        }
        if batch.state == .open { try await circulation.cancelPrinting(number) }
    }

    /// Records why the batch stopped, and notifies waiting clients.
    ///
    /// A batch is cancelled if none of its labels was sent and no barcode was minted for it.
    func stop(because error: PrintingError) async {
        do {
            try await circulation.note(PrintBatch.Trouble(error), of: number)
            let batch = try await circulation.printBatch(number)
            let isUntouched = batch.tally[.waiting] == batch.tally.total && !batch.isMinted
            if batch.state == .open, isUntouched || start.wish.isCancelled {
                try await circulation.cancelPrinting(number)
            }
        } catch {
            // The log is not writable; waiting clients are notified anyway, and recorded jobs are settled later.
        }
        await runs.report(.trouble(error), of: number)
    }

    /// The error of doubtful labels: the clerk checks whether they were printed and reports the result.
    private static func doubt(_ batch: PrintBatch, _ circulation: Circulation) async -> PrintingError {
        let lines = (try? await circulation.labels(of: batch.number, in: .doubtful, limit: 100))?.rows ?? []
        let names = lines.prefix(PrintingError.namedLabels).map(\.thing.entity.barcode.text)
        return .labelsInDoubt(names, count: batch.tally[.doubtful], of: batch.number)
    }
}
