import Circulation
import Labels
import Records
import Wire

/// One job of a run, from the printer's first word to its last.
extension PrintRun {
    private static let firstPause = Duration.milliseconds(40)
    private static let longestPause = Duration.seconds(2)
    /// A job that takes longer than usual may wait for somebody.
    private static let longPause = Duration.milliseconds(250)
    /// A job without an end or a reason after this time is worth a word.
    private static let patience = Duration.seconds(120)

    /// Learns how labels ended that were sent before.
    func settle(_ batch: PrintBatch) async throws {
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

    /// Prints one job; throws what keeps all of it from being printed.
    func send(
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
                resolution: target.resolution,
                copies: target.form.countsCopies ? 1 : copies,
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
