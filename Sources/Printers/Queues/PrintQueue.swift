import Dispatch
public import Labels
import Localization

/// Prints through a CUPS server and follows each job to its end.
///
/// Exchanges with the server run on a queue of their own. Waiting for a job blocks nothing.
public actor PrintQueue {
    /// The permitted number of copies of one job.
    public static let copies = 1...999

    private let server: String?
    private let patience: Duration
    private let executor = PrintExecutor()
    private let clock = ContinuousClock()
    /// Inquiries by the addresses of printers.
    private var inquiries: [String: PrinterInquiry] = [:]

    /// Twice the time that a sleeping printer gets.
    private static let inquiryPatience = Duration.seconds(30)
    private static let firstPause = Duration.milliseconds(50)
    private static let longestPause = Duration.seconds(1)
    /// The pause between queries about a job that takes longer than usual and may need attention.
    private static let longPause = Duration.milliseconds(250)

    /// Creates a queue on `server` (`host:port` or the path of a socket); nil for the one that CUPS_SERVER or CUPS
    /// itself names.
    ///
    /// A job that has not ended after `patience` is left in the queue and reported as unfinished.
    public init(server: String? = nil, patience: Duration = .seconds(120)) {
        self.server = server
        self.patience = patience
    }

    public nonisolated var unownedExecutor: UnownedSerialExecutor { executor.asUnownedSerialExecutor() }

    /// Returns all printers of the server, by name, as their queues describe them.
    ///
    /// - Throws: ``PrintError`` if the server cannot be reached.
    public func printers() async throws(PrintError) -> [LabelPrinter] {
        try session.printers().sorted { $0.name < $1.name }
    }

    /// Returns the printer of the queue `name`, nil for the server's default, with the printer's own status if it can
    /// be queried.
    ///
    /// - Throws: ``PrintError`` if the server cannot be reached, or if it has no such queue or no default.
    public func printer(named name: String?) async throws(PrintError) -> LabelPrinter {
        let printer = try session.printer(named: name)
        let inquiry = inquiries[printer.device] ?? PrinterInquiry(session)
        inquiries[printer.device] = inquiry
        return try session.driven(await inquiry.asked(printer, within: Self.inquiryPatience))
    }

    /// Returns the queue's page for `media`, at `resolution` or the queue's current one; nil for a queue without a
    /// driver.
    ///
    /// Throws ``PrintError/mediaNotSupported(printer:media:)`` or
    /// ``PrintError/resolutionNotSupported(printer:wanted:usual:)`` if the driver does not support them.
    public func page(
        of media: LabelMedia,
        on printer: LabelPrinter,
        instance: String? = nil,
        resolution: PrintResolution? = nil
    ) async throws(PrintError) -> QueuePage? {
        try session.page(of: media, on: printer, instance: instance, resolution: resolution)
    }

    /// Creates a job that prints nothing until ``send(_:of:)``, so that its number can be stored before anything is
    /// printed.
    ///
    /// - Throws: ``PrintError`` if the number of copies is out of range, or if the server refuses the job.
    public func begin(_ ticket: PrintTicket) async throws(PrintError) -> PrintedJob {
        guard Self.copies.contains(ticket.copies) else { throw .copies(ticket.copies) }
        return try session.create(ticket)
    }

    /// Sends the document of a job.
    ///
    /// - Throws: ``PrintError`` if the document is empty, or if the server refuses it.
    public func send(_ document: PrintDocument, of job: PrintedJob) async throws(PrintError) -> PrintedJob {
        guard !document.bytes.isEmpty else { throw .emptyDocument }
        return try session.send(document, of: job)
    }

    /// Returns the state of `job` and what prevents its printer from continuing.
    ///
    /// With `asksPrinter`, the printer behind the queue is queried, too, because queues learn of its state late or
    /// never.
    ///
    /// - Throws: ``PrintError`` if the server cannot be reached or no longer knows the job.
    public func state(of job: PrintedJob, asksPrinter: Bool = false) async throws(PrintError) -> PrintedJob {
        try session.state(of: job, asksPrinter: asksPrinter)
    }

    /// Cancels a job; what was printed stays printed.
    ///
    /// - Throws: ``PrintError`` if the server cannot be reached or refuses.
    public func cancel(_ job: PrintedJob) async throws(PrintError) { try session.cancel(job) }

    /// Prints at actual size on `printer`, nil for the server's default, and returns when the server has completed the
    /// job: as printed if the printer confirms it, otherwise in doubt.
    ///
    /// The printer's state and media are checked first, and nothing is sent if they prevent printing. A job that needs
    /// attention stays on the server, and the error says so; a job that failed or may have failed is an error. Kinds of
    /// trouble in `despite` do not prevent sending and are only reported while the job prints. `report` is called
    /// repeatedly with what the job waits for, nil for nothing; an error that it throws ends the wait.
    public func print(
        document: PrintDocument,
        title: String,
        media: LabelMedia,
        page: QueuePage? = nil,
        resolution: PrintResolution? = nil,
        copies: Int = 1,
        printer name: String? = nil,
        instance: String? = nil,
        despite: OverriddenTroubles = [],
        report: @Sendable (PrintError?) throws(PrintError) -> Void = { _ throws(PrintError) in }
    ) async throws(PrintError) -> PrintedJob {
        guard !document.bytes.isEmpty else { throw .emptyDocument }
        guard Self.copies.contains(copies) else { throw .copies(copies) }
        let printer = try await printer(named: name)
        let asked = try printer.check(media, as: document.format == .pdf ? .pdf : printer.form, despite: despite)
        let ticket = PrintTicket(
            title: title,
            media: asked,
            page: page,
            resolution: resolution,
            copies: copies,
            printer: printer.name,
            instance: instance
        )
        let job = try session.create(ticket)
        return try await follow(session.send(document, of: job), despite, report)
    }

    private var session: PrintSession { PrintSession(server: server.map(PrintServer.init(parsing:)) ?? .standard) }

    /// Queries the job repeatedly, less often the longer it takes.
    private func follow(
        _ submitted: PrintedJob,
        _ despite: OverriddenTroubles,
        _ report: @Sendable (PrintError?) throws(PrintError) -> Void
    ) async throws(PrintError) -> PrintedJob {
        let start = clock.now
        var (job, watch) = (submitted, PrintedJobWatch())
        var words = Message("no reason given")
        var pause = Self.firstPause
        while true {
            let waited = start.duration(to: clock.now)
            switch job.outcome {
            case .printed, .doubtful(.unconfirmed): return job
            case .doubtful(let why): throw why
            case .nothing: throw job.state == .canceled ? .cancelled(job) : .aborted(job)
            case nil: break
            }
            let trouble = watch.trouble(of: &job, after: waited)?.unless(despite)
            if job.isOver { continue }
            if let trouble, !trouble.isPassing { throw trouble }
            try report(trouble)
            guard waited < patience else { throw .unfinished(job, after: patience, words: words) }
            do {
                try await Task.sleep(for: min(pause, patience - waited), clock: clock)
            } catch {
                throw .abandoned(job)
            }
            pause = min(pause * 3 / 2, Self.longestPause)
            do throws(PrintError) {
                job = try session.state(of: job, asksPrinter: pause >= Self.longPause)
                let said = ([job.message] + job.hints).filter { !$0.isEmpty }.joined(separator: ", ")
                words = said.isEmpty ? Message("no reason given") : Message(verbatim: said)
            } catch {
                // The server has the job and may only be restarting, so the outcome may still become known.
                words = error.message
            }
        }
    }
}

/// A serial queue for one print server or printer, because its exchanges block.
final class PrintExecutor: SerialExecutor {
    private let queue = DispatchQueue(label: "outguide.labels.printing")

    func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job)
        queue.async { job.runSynchronously(on: self.asUnownedSerialExecutor()) }
    }
}
