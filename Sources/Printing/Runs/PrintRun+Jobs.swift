import Circulation
import Localization
import Printers
import Settings
import Vocabulary

/// Runs one job of a batch from submission to its final state.
extension PrintRun {
    private static let firstPause = Duration.milliseconds(40)
    private static let longestPause = Duration.seconds(2)
    /// The polling interval for a job that takes longer than usual, and may need attention.
    private static let longPause = Duration.milliseconds(250)

    /// Determines the outcome of labels that were sent earlier.
    func settle(_ batch: PrintBatch) async throws {
        let sent = try await circulation.labels(of: number, in: .sent, limit: NewPrinting.most).map(\.label)
        let address = targets.settings().address(of: batch)
        let jobs = Dictionary(grouping: sent) { $0.jobName ?? "labels \(number)/\($0.job ?? 0)" }
        for labels in jobs.values.sorted(by: { ($0.first?.position ?? 0) < ($1.first?.position ?? 0) }) {
            guard let first = labels.first else { continue }
            let job = first.job ?? 0
            guard job > 0, case .queue(let queue, _) = address else {
                try await circulation.noteDoubtful(labels.map(\.position), of: number, job: job)
                continue
            }
            // An earlier version named the job after its first label.
            let name = first.jobName ?? "labels \(number)/\(first.position)"
            await runs.report(.accepted, of: number)
            try await follow(PrintedJob(identifier: job, printer: queue, name: name), labels, of: batch, isOld: true)
        }
    }

    /// Prints one job; throws the reason when the whole job cannot be printed.
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
                page: target.page,
                resolution: target.resolution,
                copies: target.form.countsCopies ? 1 : copies,
                printer: queue,
                instance: instance
            )
            let count = await sockets.count(at: target)
            // A job without a document prints nothing. Its labels are sent only after its number is on disk.
            var job = try await queues.begin(ticket)
            job.pages = document.pages?.count
            try await circulation.noteSent(positions, of: number, job: job.identifier, name: job.name)
            var refusal: PrintError?
            do throws(PrintError) {
                _ = try await queues.send(document, of: job)
                await runs.report(.accepted, of: number)
            } catch {
                // Only the server can report whether the document arrived despite the error.
                refusal = error
            }
            try await follow(job, labels, of: batch, refusal: refusal) { job in
                try await sockets.confirm(&job, on: target, document.pages, since: count) { trouble in
                    try await report(trouble, of: batch, breaksOff: true)
                }
            }
        case .socket(let host, let port):
            let place = SocketPress.Place(name: target.name, host: host, port: port)
            try await send(document, labels, of: batch, to: place, answers: target.answers)
        }
    }

    private func send(
        _ document: PrintDocument,
        _ labels: [BatchLabel],
        of batch: PrintBatch,
        to place: SocketPress.Place,
        answers: Bool
    ) async throws {
        let positions = labels.map(\.position)
        let word: PrinterWord
        do {
            word = try await sockets.print(document, on: place, answers: answers, despite: despite) {
                try await circulation.noteSent(positions, of: number, job: 0)
                await runs.report(.accepted, of: number)
            } report: { trouble in
                try await report(trouble, of: batch, breaksOff: true)
            }
        } catch let error as PrintError {
            let sent = try await circulation.labels(of: number, in: .sent, limit: NewPrinting.most).map(
                \.label.position
            )
            try await noteOverrides()
            try await circulation.noteDoubtful(sent.filter(positions.contains), of: number, job: 0)
            throw error
        }
        try await end(PrintedJob(on: place.name, word: word), labels)
    }

    /// Follows a job to its end, however long that takes, and reports obstacles.
    ///
    /// Labels of an `isOld` job that were not printed wait again or become doubtful; this is not an error.
    private func follow(
        _ sent: PrintedJob,
        _ labels: [BatchLabel],
        of batch: PrintBatch,
        refusal: PrintError? = nil,
        isOld: Bool = false,
        ask: (inout PrintedJob) async throws -> Void = { _ in }
    ) async throws {
        let begun = clock.now
        var watch = PrintedJobWatch()
        var pause = Self.firstPause
        var isTakenBack = false
        while true {
            var trouble: PrintError?
            var ended: PrintedJob?
            let waited = begun.duration(to: clock.now)
            do throws(PrintError) {
                var job = try await queues.state(of: sent, asksPrinter: pause >= Self.longPause)
                trouble = watch.trouble(of: &job, after: waited)
                if !job.isOver, !job.hasDocument || start.wish.isCancelled && !isTakenBack {
                    try await queues.cancel(job)
                    isTakenBack = true
                    // A job without a document can no longer print anything.
                    if !job.hasDocument { job.takeBack() }
                }
                if job.isOver { ended = job }
            } catch {
                guard case .serverAway = error else { throw error }
                // The server may only be restarting.
                trouble = waited > .seconds(2) ? error : nil
            }
            if var ended {
                do {
                    try await ask(&ended)
                } catch let error as PrintError {
                    try await noteOverrides()
                    try await circulation.noteDoubtful(labels.map(\.position), of: number, job: ended.identifier)
                    throw error
                }
                return try await end(ended, labels, refusal: refusal, isOld: isOld)
            }
            try await report(trouble, of: batch)
            try await Task.sleep(for: pause, clock: clock)
            pause = min(pause * 5 / 4, Self.longestPause)
        }
    }

    /// Records the outcome of a job; throws the reason when labels were not printed, except for an `isOld` job.
    ///
    /// When the printer merely cannot confirm the outcome, the batch continues, and the clerk checks all of it at the
    /// end.
    private func end(
        _ job: PrintedJob,
        _ labels: [BatchLabel],
        refusal: PrintError? = nil,
        isOld: Bool = false
    ) async throws {
        let positions = labels.map(\.position)
        let why: PrintError
        do {
            try await noteOverrides()
            switch job.outcome {
            case .printed:
                let batch = try await circulation.printBatch(number)
                let areSlips = (try? documents.template(batch.template)).map(labelFields.isOutGuide)
                try await circulation.notePrinted(labels, of: number, job: job.identifier, areSlips: areSlips ?? false)
                return await runs.report(.printed, of: number)
            case .nothing:
                try await circulation.noteReturned(positions, of: number)
                why = job.state == .canceled ? .cancelled(job) : .aborted(job)
            case .doubtful(let reason):
                try await circulation.noteDoubtful(positions, of: number, job: job.identifier)
                if case .unconfirmed = reason { return await runs.report(.printed, of: number) }
                why = reason
            case nil:
                try await circulation.noteDoubtful(positions, of: number, job: job.identifier)
                why = .forgotten(job)
            }
        } catch {
            throw PrintError.unkept(job, words: error.asMessage)
        }
        if !isOld { throw refusal ?? why }
    }

    /// Records the overrides of trouble that the printer did report, before the entries that name them.
    private func noteOverrides() async throws {
        guard !start.overrides.isEmpty else { return }
        let (met, known) = (despite.met, try await circulation.printBatch(number).despite)
        for override in start.overrides where met.contains(override.kind) && !known.contains(override.kind) {
            try await circulation.note(despite: [override.kind], of: number, by: override.principal)
        }
    }

    /// Records what delays the batch, nil for nothing, and reports changes to waiting clients.
    func report(_ error: PrintError?) async {
        let isPassing = error?.isPassing == true
        let trouble = error.map { PrintBatch.Trouble(.printer($0)) }
        let change = await runs.note(trouble, isPassing: isPassing, of: number)
        guard change.isNews else { return }
        let kept = isPassing ? nil : trouble
        if kept != nil || change.wasInTrouble {
            // Clients are notified even when the log cannot record it.
            try? await circulation.note(kept, of: number)
        }
        guard let error, let trouble else { return await runs.report(.going, of: number) }
        await runs.report(isPassing ? .waiting(trouble) : .trouble(.printer(error)), of: number)
    }

    /// Reports trouble of the printer as what delays the batch.
    ///
    /// With `breaksOff` it throws if the batch was cancelled while the printer is stopped: a server cannot take back
    /// what the printer already has.
    private func report(_ trouble: PrintError?, of batch: PrintBatch, breaksOff: Bool = false) async throws {
        await report(trouble?.unless(despite))
        if let trouble, breaksOff, start.wish.isCancelled {
            throw PrintError.interrupted(
                printer: batch.printer,
                words: Message("the run was taken back; \(trouble.kind, "kind")")
            )
        }
    }
}
