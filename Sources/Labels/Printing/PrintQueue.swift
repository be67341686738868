/// Prints through a CUPS server and stays with each job to its end.
///
/// Talking to the server happens on a queue of its own; while a job runs nothing is blocked.
public actor PrintQueue {
    /// How many copies one job may print.
    public static let copies = 1...999

    private let server: String?
    private let patience: Duration
    private let executor = PrintExecutor()
    private let clock = ContinuousClock()
    /// By the addresses of printers.
    private var inquiries: [String: PrinterInquiry] = [:]

    /// Twice as long as a printer gets that is asleep.
    private static let inquiryPatience = Duration.seconds(30)
    private static let firstPause = Duration.milliseconds(50)
    private static let longestPause = Duration.seconds(1)
    /// A job that takes longer than usual may wait for somebody.
    private static let longPause = Duration.milliseconds(250)

    /// A queue on `server` (`host:port` or the path of a socket), nil for the one that CUPS_SERVER or CUPS itself names.
    ///
    /// A job that has not ended after `patience` is left in the queue and reported as unfinished.
    public init(server: String? = nil, patience: Duration = .seconds(120)) {
        self.server = server
        self.patience = patience
    }

    public nonisolated var unownedExecutor: UnownedSerialExecutor { executor.asUnownedSerialExecutor() }

    /// All printers of the server, by name, as their queues describe them.
    public func printers() async throws(PrintError) -> [LabelPrinter] {
        try session.printers().sorted { $0.name < $1.name }
    }

    /// The printer of the queue `name`, nil for the server's default; where it can be asked, in its own words.
    public func printer(named name: String?) async throws(PrintError) -> LabelPrinter {
        let printer = try session.printer(named: name)
        let inquiry = inquiries[printer.device] ?? PrinterInquiry(session)
        inquiries[printer.device] = inquiry
        return try session.driven(await inquiry.asked(printer, within: Self.inquiryPatience))
    }

    /// The page of the queue for `media`, drawn with `resolution` or the one that the queue has now; nil for a queue
    /// without a driver.
    ///
    /// Throws ``PrintError/mediaNotSupported(printer:media:)`` or
    /// ``PrintError/resolutionNotSupported(printer:wanted:usual:)`` when the driver has neither.
    public func page(
        of media: LabelMedia,
        on printer: LabelPrinter,
        instance: String? = nil,
        resolution: PrintResolution? = nil
    ) async throws(PrintError) -> QueuePage? {
        try session.page(of: media, on: printer, instance: instance, resolution: resolution)
    }

    /// Makes a job that prints nothing until ``send(_:of:)``, so that its number can be kept before anything is printed.
    public func begin(_ ticket: PrintTicket) async throws(PrintError) -> PrintedJob {
        guard Self.copies.contains(ticket.copies) else { throw .copies(ticket.copies) }
        return try session.create(ticket)
    }

    /// Sends what a job is to print.
    public func send(_ document: PrintDocument, of job: PrintedJob) async throws(PrintError) -> PrintedJob {
        guard !document.bytes.isEmpty else { throw .emptyDocument }
        return try session.send(document, of: job)
    }

    /// How `job` stands now, with what keeps its printer from going on.
    ///
    /// With `asksPrinter` the printer behind the queue is asked too: queues learn late, or never, what happens there.
    public func state(of job: PrintedJob, asksPrinter: Bool = false) async throws(PrintError) -> PrintedJob {
        try session.state(of: job, asksPrinter: asksPrinter)
    }

    /// Takes a job back; what was printed of it stays printed.
    public func cancel(_ job: PrintedJob) async throws(PrintError) { try session.cancel(job) }

    /// Prints at actual size on `printer`, nil for the server's default, and returns once the server has done with it: as
    /// printed when the printer says so itself, otherwise in doubt.
    ///
    /// The printer's state and media are asked about first, and nothing is sent when they forbid it. A job that needs
    /// somebody's help stays with the server, and the error says so; one that surely or perhaps went wrong is an error.
    /// Kinds of trouble in `despite` keep nothing from being sent, and are only shown while it is printed.
    /// What it waits for is told to `report` again and again, nil for nothing; what that throws ends the wait.
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

    private var session: PrintSession {
        PrintSession(server: server.map(PrintServer.init(parsing:)) ?? .standard)
    }

    /// Asks for the job again and again, less often the longer it takes.
    private func follow(
        _ submitted: PrintedJob,
        _ despite: OverriddenTroubles,
        _ report: @Sendable (PrintError?) throws(PrintError) -> Void
    ) async throws(PrintError) -> PrintedJob {
        let start = clock.now
        var (job, watch) = (submitted, PrintedJobWatch())
        var words = ""
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
                words = ([job.message] + job.hints).filter { !$0.isEmpty }.joined(separator: ", ")
                if words.isEmpty { words = "no reason given" }
            } catch {
                // The job is with the server, which may only be starting anew: its end can still be learnt.
                words = error.description
            }
        }
    }
}
