import Circulation
import Vocabulary
import Wire

/// Waits for the progress of print batches.
struct PrintWait {
    /// When the client wants its response.
    enum Moment: String, Sendable {
        /// As soon as the batch is recorded, before anything is sent to a printer.
        case begun
        case accepted
        case printed

        init(wire word: String?) throws {
            guard let moment = Moment(rawValue: word ?? Self.printed.rawValue) else {
                throw Problem(
                    .invalidRequest,
                    detail: "cannot wait until then: until is printed, accepted or begun"
                )
            }
            self = moment
        }
    }

    private let daemon: DaemonParts

    init(_ daemon: DaemonParts) { self.daemon = daemon }

    /// Starts a batch unless it is running or ended, and returns it when it has reached `moment`.
    ///
    /// Throws the problem that stops it. The batch stays open, and continues by itself where only the printer needs
    /// attention. Temporary obstacles are reported to `waiting`. The wait ends with the `departure` of the client; the
    /// batch continues.
    func wait(
        for number: PrintBatchNumber,
        until moment: Moment,
        on target: PrintTarget? = nil,
        despite overrides: [PrintOverride] = [],
        orUntil departure: Departure = Departure(),
        waiting: @escaping @Sendable (Problem) -> Void = { _ in }
    ) async throws -> PrintBatch {
        let progress = await daemon.desk.progress(of: number)
        let before = try await daemon.circulation.printBatch(number)
        guard before.state == .open else { return try Self.ended(before) }
        // A batch that is only being settled must be told to print.
        if await daemon.desk.isPrinting(number) {
            if let trouble = before.trouble { throw Problem(trouble) }
            if moment == .begun { return before }
            if moment == .accepted, before.tally[.sent] + before.tally[.printed] > 0 { return before }
        }
        // The earlier obstacle may be gone, so the batch is tried again.
        if before.trouble != nil { try await daemon.circulation.note(nil, of: number) }
        await daemon.desk.begin(number, on: target, despite: overrides)
        if moment == .begun { return before }
        return try await departure.cancelling {
            try await follow(progress, of: number, until: moment, waiting)
        }
    }

    private func follow(
        _ progress: AsyncStream<PrintProgress>,
        of number: PrintBatchNumber,
        until moment: Moment,
        _ waiting: @Sendable (Problem) -> Void
    ) async throws -> PrintBatch {
        for await event in progress {
            switch event {
            case .trouble(let problem): throw problem
            case .accepted where moment == .accepted: return try await daemon.circulation.printBatch(number)
            case .ended: return try Self.ended(try await daemon.circulation.printBatch(number))
            case .waiting(let problem): waiting(problem)
            case .accepted, .printed, .going: break
            }
        }
        try Task.checkCancellation()
        let detail = "cannot wait for the run of labels \(number): outguided is ending; it goes on with batch resume"
        throw Problem(.ending, detail: detail)
    }

    /// Returns when the batch changes, or after `limit`.
    ///
    /// Returns immediately when the batch is not running, when its printed count differs from `printed`, or when it
    /// is in trouble of another kind than `seen`.
    func waitForChange(
        of number: PrintBatchNumber,
        printed: Int?,
        _ seen: String? = nil,
        within limit: Duration
    ) async throws {
        let progress = await daemon.desk.progress(of: number)
        let batch = try await daemon.circulation.printBatch(number)
        let waits = await daemon.desk.waits(of: [number])
        let kind = batch.trouble?.kind ?? waits[number]?.kind.rawValue ?? ""
        guard await daemon.desk.isRunning(number), seen == nil || seen == kind,
            printed == nil || printed == batch.tally[.printed]
        else { return }
        await withTaskGroup(of: Void.self) { group in
            group.addTask {
                for await event in progress {
                    if case .accepted = event { continue }
                    return
                }
            }
            group.addTask { try? await Task.sleep(for: limit) }
            await group.next()
            group.cancelAll()
        }
    }

    /// Returns a finished batch; throws the reason when it is not finished.
    private static func ended(_ batch: PrintBatch) throws -> PrintBatch {
        guard batch.state != .done else { return batch }
        if let trouble = batch.trouble { throw Problem(trouble) }
        let what = batch.state == .cancelled ? "it was cancelled" : "it is not finished"
        let detail = "cannot print all labels of the run \(batch.number): \(what)"
        throw Problem(.conflict, detail: detail)
    }
}

extension Problem {
    /// The recorded problem that stopped a batch.
    init(_ trouble: PrintBatch.Trouble) {
        self.init(ProblemKind(rawValue: trouble.kind), detail: trouble.detail)
    }
}
