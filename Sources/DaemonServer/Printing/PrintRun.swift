import Barcodes
import Circulation
import Labels
import Records
import Wire

/// Prints one run of labels, job by job.
///
/// That a job may print a label is kept before the printer gets it, and how it ended with the entries that say so: a run
/// that was broken off anywhere goes on without printing a label twice or leaving one out.
struct PrintRun {
    let daemon: DaemonParts
    let start: PrintDesk.Start

    var number: PrintBatchNumber { start.number }
    var circulation: Circulation { daemon.circulation }
    let clock = ContinuousClock()

    init(daemon: DaemonParts, start: PrintDesk.Start) {
        self.daemon = daemon
        self.start = start
    }

    /// Prints what waits; throws what keeps it from going on without somebody's help.
    func run() async throws {
        var batch = try await circulation.printBatch(number)
        try await settle(batch)
        batch = try await circulation.printBatch(number)
        guard batch.state == .open, !start.onlySettles else { return }
        guard batch.tally[.doubtful] == 0 else { throw await Self.doubt(batch, circulation) }
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
                // What was before it may have taken long.
                try await printWaiting(of: batch, template, press, on: nil)
            } catch {
                await daemon.desk.turns.leave(turn)
                throw error
            }
            await daemon.desk.turns.leave(turn)
        } else {
            try await printWaiting(of: batch, template, press, on: target)
        }
        // Of some the printer could not say what became of them.
        batch = try await circulation.printBatch(number)
        guard batch.tally[.doubtful] == 0 else { throw await Self.doubt(batch, circulation) }
    }

    private func firstTarget(
        of batch: PrintBatch,
        _ template: LabelTemplate,
        _ press: LabelPress
    ) async throws -> PrintTarget {
        if let target = start.target { return target }
        return try await press.target(ofRunOn: batch.printer, for: template, despite: batch.despite)
    }

    /// Prints what waits, job by job, on a printer that was asked a moment ago.
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
                asked = try await press.target(ofRunOn: batch.printer, for: template, despite: batch.despite)
            }
            target = nil
            // Afterwards nobody could say which roll was in.
            if let doubt = asked.mediaDoubt, isMediaKnown {
                try await circulation.note(mediaDoubt: doubt.word, of: number)
                isMediaKnown = false
            }
            let used = daemon.sheets.used(of: template, on: asked.name)
            // A sheet leaves the printer with its job: only the last one of a run may be left in part.
            let limit = template.labels(inJobOf: asked.labelsPerJob, used: used, copies: batch.copies)
            let lines = try await circulation.labels(of: number, in: .waiting, limit: limit)
            guard !lines.isEmpty else { return }
            let fields = LabelFields(daemon)
            var contents: [LabelContent] = []
            for line in lines {
                let barcode = line.thing.record.barcode
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
            // Cells count as used from the moment on that they may be: what breaks off here must not be printed over.
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

    /// Keeps why the run does not go on, and tells who waits; a run of which nothing was sent, and for which nothing was
    /// minted, is over then.
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
            // The log cannot be written: what waits is told all the same, and what is kept is asked about later.
        }
        await daemon.desk.tell(.trouble(problem), of: number)
    }

    /// Labels that may have come out: the clerk looks and says so.
    static func doubt(_ batch: PrintBatch, _ circulation: Circulation) async -> Problem {
        let lines = (try? await circulation.labels(of: batch.number, in: .doubtful, limit: 100))?.rows ?? []
        let names = lines.prefix(10).map(\.thing.record.barcode.text).joined(separator: ", ")
        let more = batch.tally[.doubtful] > 10 ? " and \(batch.tally[.doubtful] - 10) more" : ""
        let detail =
            "cannot say whether these labels came out: \(names)\(more); look at the printer, then go on with "
            + "outguide label batch resume \(batch.number) --in-doubt print, or keep if they are there"
        return Problem(.labelsInDoubt, status: 409, detail: detail)
    }
}
