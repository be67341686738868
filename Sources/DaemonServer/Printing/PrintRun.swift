import Barcodes
import Circulation
import Labels
import Printers
import Vocabulary
import Wire

/// Prints one batch of labels, job by job.
///
/// Before the printer gets a job, the log records its labels as sent; the outcome is recorded together with its
/// entries. A batch interrupted at any point therefore resumes without printing a label twice or leaving one out.
struct PrintRun {
    let daemon: DaemonParts
    let start: PrintDesk.Start
    /// Kinds of trouble that are overridden, and which of them the printer reported.
    let despite: OverriddenTroubles

    var number: PrintBatchNumber { start.number }
    var circulation: Circulation { daemon.circulation }
    let clock = ContinuousClock()

    init(daemon: DaemonParts, start: PrintDesk.Start) {
        self.daemon = daemon
        self.start = start
        despite = start.target?.despite ?? OverriddenTroubles(start.overrides.map(\.kind))
    }

    /// Prints the waiting labels; throws a problem that needs intervention.
    func run() async throws {
        var batch = try await circulation.printBatch(number)
        try await settle(batch)
        batch = try await circulation.printBatch(number)
        guard batch.state == .open, !start.onlySettles else { return }
        guard batch.tally[.doubtful] == 0 else { throw await Self.doubt(batch, circulation) }
        despite.add(batch.despite)
        if batch.trouble != nil { try await circulation.note(nil, of: number) }
        let press = LabelPress(daemon)
        let template = try press.template(batch.template)
        let target = try await firstTarget(of: batch, template, press)
        if let turn = target.turn(onBegunSheet: template.sheet != nil) {
            do {
                let words = "another run is at the printer"
                let wait = PrintError.busy(printer: target.name, words: words)
                if await daemon.desk.turns.isTaken(turn) { await tell(Problem(wait), isPassing: true) }
                try await start.wish.wait { try await daemon.desk.turns.take(turn) }
                await tell(nil, isPassing: false)
            } catch is CancellationError where start.wish.isCancelled {
                return try await circulation.cancelPrinting(number)
            }
            do {
                // The earlier batch may have taken long, so the printer is checked again.
                try await printWaiting(of: batch, template, press, on: nil)
            } catch {
                await daemon.desk.turns.leave(turn)
                throw error
            }
            await daemon.desk.turns.leave(turn)
        } else {
            try await printWaiting(of: batch, template, press, on: target)
        }
        // The printer could not confirm the outcome of some labels.
        batch = try await circulation.printBatch(number)
        guard batch.tally[.doubtful] == 0 else { throw await Self.doubt(batch, circulation) }
    }

    private func firstTarget(
        of batch: PrintBatch,
        _ template: LabelTemplate,
        _ press: LabelPress
    ) async throws -> PrintTarget {
        if let target = start.target { return target }
        return try await press.target(ofRunOn: batch.printer, for: template, despite: despite)
    }

    /// Prints the waiting labels, job by job; the first job uses `target`, which was checked a moment ago.
    private func printWaiting(
        of batch: PrintBatch,
        _ template: LabelTemplate,
        _ press: LabelPress,
        on target: PrintTarget?
    ) async throws {
        var target = target
        var isMediaKnown = batch.mediaDoubt == nil
        let further = try await circulation.printFields(of: number)
        while !start.wish.isCancelled {
            let asked: PrintTarget
            if let target {
                asked = target
            } else {
                asked = try await press.target(ofRunOn: batch.printer, for: template, despite: despite)
            }
            target = nil
            // Recorded now, because it cannot be determined later which roll was loaded.
            if let doubt = asked.mediaDoubt, isMediaKnown {
                try await circulation.note(mediaDoubt: doubt.word, of: number)
                isMediaKnown = false
            }
            let used = daemon.sheets.used(of: template, on: asked.name)
            // A sheet leaves the printer with its job, so only the last sheet of a batch may be partly used.
            let limit = template.labels(inJobOf: asked.labelsPerJob, used: used, copies: batch.copies)
            let lines = try await circulation.labels(of: number, in: .waiting, limit: limit)
            guard !lines.isEmpty else { return }
            let fields = LabelFields(daemon)
            var contents: [LabelContent] = []
            for line in lines {
                let barcode = line.thing.entity.barcode
                contents.append(
                    try await fields.content(for: barcode, on: template, in: circulation, adding: further).label
                )
            }
            let document = try await press.document(
                contents,
                template,
                copies: batch.copies,
                for: asked,
                used: used
            )
            let copies = template.jobCopies(batch.copies)
            // Cells count as used before printing, so that a job that is interrupted is never printed over.
            try daemon.sheets.note(contents.count * batch.copies, after: used, of: template, on: asked.name)
            do {
                try await send(document, lines.map(\.label), of: batch, copies: copies, to: asked)
            } catch {
                let first = try await circulation.labels(of: number, in: .waiting, limit: 1).first
                if first?.label.position == lines.first?.label.position {
                    try daemon.sheets.keep(used, of: template, on: asked.name)
                }
                throw error
            }
        }
        if batch.state == .open { try await circulation.cancelPrinting(number) }
    }

    /// Records why the batch stopped, and notifies waiting clients.
    ///
    /// A batch is cancelled if none of its labels was sent and no barcode was minted for it.
    func stop(because error: any Error) async {
        let problem = Problem(describing: error, path: "")
        do {
            try await circulation.note(
                PrintBatch.Trouble(kind: problem.kind.rawValue, detail: problem.detail),
                of: number
            )
            let batch = try await circulation.printBatch(number)
            let isUntouched = batch.tally[.waiting] == batch.tally.total && !batch.isMinted
            if batch.state == .open, isUntouched || start.wish.isCancelled {
                try await circulation.cancelPrinting(number)
            }
        } catch {
            // The log is not writable; waiting clients are notified anyway, and recorded jobs are settled later.
        }
        await daemon.desk.tell(.trouble(problem), of: number)
    }

    /// The problem of doubtful labels: the clerk checks whether they were printed and reports the result.
    static func doubt(_ batch: PrintBatch, _ circulation: Circulation) async -> Problem {
        let lines = (try? await circulation.labels(of: batch.number, in: .doubtful, limit: 100))?.rows ?? []
        let names = lines.prefix(10).map(\.thing.entity.barcode.text).joined(separator: ", ")
        let more = batch.tally[.doubtful] > 10 ? " and \(batch.tally[.doubtful] - 10) more" : ""
        let detail =
            "cannot say whether these labels came out: \(names)\(more); look at the printer, then go on with "
            + "outguide label batch resume \(batch.number) --in-doubt print, or keep if they are there"
        return Problem(.labelsInDoubt, detail: detail)
    }
}
