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

    private static let firstPause = Duration.milliseconds(40)
    private static let longestPause = Duration.seconds(2)
    /// A job that takes longer than usual may wait for somebody.
    private static let longPause = Duration.milliseconds(250)
    /// A job without an end or a reason after this time is worth a word.
    private static let patience = Duration.seconds(120)

    private var number: PrintBatchNumber { start.number }
    private var circulation: Circulation { daemon.circulation }
    private let clock = ContinuousClock()

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
                try await start.wish.wait { try await daemon.desk.turns.take(turn) }
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
    }

    private func firstTarget(
        of batch: PrintBatch,
        _ template: LabelTemplate,
        _ press: LabelPress
    ) async throws -> PrintTarget {
        if let target = start.target { return target }
        return try await press.target(named: batch.printer, for: template)
    }

    /// Prints what waits, job by job, on a printer that was asked a moment ago.
    private func printWaiting(
        of batch: PrintBatch,
        _ template: LabelTemplate,
        _ press: LabelPress,
        on target: PrintTarget?
    ) async throws {
        var target = target
        while !start.wish.isCancelled {
            let asked: PrintTarget
            if let target {
                asked = target
            } else {
                asked = try await press.target(named: batch.printer, for: template)
            }
            target = nil
            let used = daemon.sheets.used(of: template, on: asked.name)
            // A sheet leaves the printer with its job: only the last one of a run may be left in part.
            let limit = template.labels(inJobOf: asked.labelsPerJob, used: used, copies: batch.copies)
            let lines = try await circulation.labels(of: number, in: .waiting, limit: limit)
            guard !lines.isEmpty else { return }
            let fields = LabelFields(daemon)
            var contents: [LabelContent] = []
            for line in lines {
                contents.append(try await fields.content(for: line.thing.record.barcode, in: circulation).label)
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
        let lines = (try? await circulation.labels(of: batch.number, in: .doubtful, limit: 100)) ?? []
        let names = lines.prefix(10).map(\.thing.record.barcode.text).joined(separator: ", ")
        let more = batch.tally[.doubtful] > 10 ? " and \(batch.tally[.doubtful] - 10) more" : ""
        let detail =
            "cannot say whether these labels came out: \(names)\(more); look at the printer, then go on with "
            + "outguide label batch resume \(batch.number) --in-doubt print, or keep if they are there"
        return Problem(.labelsInDoubt, status: 409, detail: detail)
    }

    /// Learns how labels ended that were sent before.
    private func settle(_ batch: PrintBatch) async throws {
        let sent = try await circulation.labels(of: number, in: .sent, limit: NewPrinting.most).map(\.label)
        let setting = PrinterBook(daemon.configuration).setting(of: batch.printer)
        for (job, labels) in Dictionary(grouping: sent, by: { $0.job ?? 0 }).sorted(by: { $0.key < $1.key }) {
            let address = setting?.address ?? PrinterAddress(parsing: batch.printer)
            guard job > 0, case .queue(let queue, _) = address else {
                try await circulation.noteDoubtful(labels.map(\.position), of: number, job: job)
                continue
            }
            await daemon.desk.tell(.accepted, of: number)
            try await follow(PrintedJob(identifier: job, printer: queue), labels, isOld: true)
        }
    }

    private func send(
        _ document: PrintDocument,
        _ labels: [BatchLabel],
        of batch: PrintBatch,
        copies: Int,
        to target: PrintTarget
    ) async throws {
        let positions = labels.map(\.position)
        switch target.address {
        case .queue(let queue, let instance):
            let ticket = PrintTicket(
                title: "labels \(number)/\(positions.first ?? 0)",
                media: target.media,
                copies: target.form == .zpl ? 1 : copies,
                printer: queue,
                instance: instance
            )
            // An empty job prints nothing: only once its number is on the disk does it get its labels.
            let job = try await daemon.printers.begin(ticket)
            try await circulation.noteSent(positions, of: number, job: job.identifier)
            var refusal: PrintError?
            do throws(PrintError) {
                _ = try await daemon.printers.send(document, of: job)
                await daemon.desk.tell(.accepted, of: number)
            } catch {
                // Whether it arrived all the same, only the server can say.
                refusal = error
            }
            try await follow(job, labels, refusal: refusal)
        case .socket(let host, let port):
            try await send(document, labels, host, port, answers: target.answers)
        }
    }

    private func send(
        _ document: PrintDocument,
        _ labels: [BatchLabel],
        _ host: String,
        _ port: UInt16,
        answers: Bool
    ) async throws {
        let positions = labels.map(\.position)
        do {
            try await daemon.socketPress.print(document, host: host, port: port, answers: answers) {
                try await circulation.noteSent(positions, of: number, job: 0)
                await daemon.desk.tell(.accepted, of: number)
            } report: { trouble in
                await tell(trouble)
            }
        } catch let error as PrintError {
            let sent = try await circulation.labels(of: number, in: .sent, limit: NewPrinting.most).map(
                \.label.position
            )
            try await circulation.noteDoubtful(sent.filter(positions.contains), of: number, job: 0)
            throw error
        }
        try await circulation.notePrinted(labels, of: number, job: 0)
        await daemon.desk.tell(.printed, of: number)
    }

    /// Stays with a job to its end, however long that takes, and tells what keeps it from going on.
    ///
    /// The labels of an `isOld` job that did not print wait again, or are to be decided about; that is no error then.
    private func follow(
        _ sent: PrintedJob,
        _ labels: [BatchLabel],
        refusal: PrintError? = nil,
        isOld: Bool = false
    ) async throws {
        let positions = labels.map(\.position)
        let begun = clock.now
        var pause = Self.firstPause
        var told: PrintError?
        var isTakenBack = false
        while true {
            var trouble: PrintError?
            do throws(PrintError) {
                let job = try await daemon.printers.state(of: sent, asksPrinter: pause >= Self.longPause)
                if job.isPrinted {
                    try await notePrinted(labels, job)
                    return
                }
                if !job.hasDocument, !job.isOver { try await daemon.printers.cancel(job) }
                if job.isOver || !job.hasDocument {
                    let why = refusal ?? job.trouble ?? .forgotten(job)
                    try await noteUnprinted(positions, job)
                    if isOld { return }
                    throw why
                }
                if start.wish.isCancelled, !isTakenBack {
                    try await daemon.printers.cancel(job)
                    isTakenBack = true
                }
                trouble = job.trouble
                if trouble == nil, begun.duration(to: clock.now) > Self.patience {
                    trouble = .unfinished(job, after: Self.patience, words: job.message)
                }
            } catch {
                guard case .serverAway = error else { throw error }
                // It may only be starting anew.
                trouble = begun.duration(to: clock.now) > .seconds(2) ? error : told
            }
            if trouble?.kind != told?.kind { await tell(trouble) }
            told = trouble
            try await Task.sleep(for: pause, clock: clock)
            pause = min(pause * 5 / 4, Self.longestPause)
        }
    }

    private func notePrinted(_ labels: [BatchLabel], _ job: PrintedJob) async throws(PrintError) {
        do {
            try await circulation.notePrinted(labels, of: number, job: job.identifier)
            await daemon.desk.tell(.printed, of: number)
        } catch {
            throw .unkept(job, words: "\(error)")
        }
    }

    private func noteUnprinted(_ positions: [Int], _ job: PrintedJob) async throws(PrintError) {
        do {
            if job.wasBegun {
                try await circulation.noteDoubtful(positions, of: number, job: job.identifier)
            } else {
                try await circulation.noteReturned(positions, of: number)
            }
        } catch {
            throw .unkept(job, words: "\(error)")
        }
    }

    /// Keeps what holds the run up, nil for nothing any more, and tells who waits.
    private func tell(_ trouble: PrintError?) async {
        let problem = trouble.map { Problem($0) }
        let kept = problem.map { PrintBatch.Trouble(kind: $0.kind.rawValue, detail: $0.detail) }
        // It is told even when it cannot be kept.
        try? await circulation.note(kept, of: number)
        await daemon.desk.tell(problem.map { .trouble($0) } ?? .going, of: number)
    }
}
