import Circulation
import Records
import Wire

/// Waits for what happens to runs of labels.
struct PrintWait {
    /// When who asked for labels wants an answer.
    enum Moment: String, Sendable {
        /// As soon as the run is kept, before any printer has something of it.
        case begun
        case accepted
        case printed

        init(wire word: String?) throws {
            guard let moment = Moment(rawValue: word ?? Self.printed.rawValue) else {
                throw Problem(
                    .invalidRequest,
                    status: 400,
                    detail: "cannot wait until then: until is printed, accepted or begun"
                )
            }
            self = moment
        }
    }

    private let daemon: DaemonParts

    init(_ daemon: DaemonParts) { self.daemon = daemon }

    /// Takes up a run unless it is at work or over, and returns it when it is as far as asked for.
    ///
    /// Throws what keeps it from going on; the run stays, and goes on by itself where the printer only needs help. What
    /// passes is told to `waiting`.
    func wait(
        for number: PrintBatchNumber,
        until moment: Moment,
        on target: PrintTarget? = nil,
        waiting: (Problem) -> Void = { _ in }
    ) async throws -> PrintBatch {
        let progress = await daemon.desk.progress(of: number)
        let before = try await daemon.circulation.printBatch(number)
        guard before.state == .open else { return try Self.ended(before) }
        // One that only settles does nothing more by itself: it must be told to go on.
        if await daemon.desk.isPrinting(number) {
            if let trouble = before.trouble { throw Problem(trouble) }
            if moment == .begun { return before }
            if moment == .accepted, before.tally[.sent] + before.tally[.printed] > 0 { return before }
        }
        // What kept it from going on before is tried anew.
        if before.trouble != nil { try await daemon.circulation.note(nil, of: number) }
        await daemon.desk.begin(number, on: target)
        if moment == .begun { return before }
        for await event in progress {
            switch event {
            case .trouble(let problem): throw problem
            case .accepted where moment == .accepted: return try await daemon.circulation.printBatch(number)
            case .ended: return try Self.ended(try await daemon.circulation.printBatch(number))
            case .waiting(let problem): waiting(problem)
            case .accepted, .printed, .going: break
            }
        }
        let detail = "cannot wait for the run of labels \(number): outguided is ending; it goes on with batch resume"
        throw Problem(.ending, status: 503, detail: detail)
    }

    /// Returns when something happens to a run, or after a while; at once when nothing can happen, or when it is not as
    /// far any more as who asks knows, or in other trouble than of the kind that was `seen`.
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

    /// A run that is done; throws why it is not.
    private static func ended(_ batch: PrintBatch) throws -> PrintBatch {
        guard batch.state != .done else { return batch }
        if let trouble = batch.trouble { throw Problem(trouble) }
        let what = batch.state == .cancelled ? "it was cancelled" : "it is not finished"
        let detail = "cannot print all labels of the run \(batch.number): \(what)"
        throw Problem(.conflict, status: 409, detail: detail)
    }
}

extension Problem {
    /// What kept a run from going on, as it was kept.
    init(_ trouble: PrintBatch.Trouble) {
        self.init(ProblemKind(rawValue: trouble.kind), status: 409, detail: trouble.detail)
    }
}
