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

    private static let firstPause = Duration.milliseconds(50)
    private static let longestPause = Duration.seconds(1)

    /// A queue on `server` (`host:port` or the path of a socket), nil for the one that CUPS_SERVER or CUPS itself names.
    ///
    /// A job that has not ended after `patience` is left in the queue and reported as unfinished.
    public init(server: String? = nil, patience: Duration = .seconds(120)) {
        self.server = server
        self.patience = patience
    }

    public nonisolated var unownedExecutor: UnownedSerialExecutor { executor.asUnownedSerialExecutor() }

    /// All printers of the server, by name.
    public func printers() async throws(PrintError) -> [LabelPrinter] {
        try session.printers().sorted { $0.name < $1.name }
    }

    /// Prints at actual size on `printer`, nil for the server's default, and returns how the job ended.
    ///
    /// The printer's state and media are asked about first, and nothing is sent when they forbid it. An end other than
    /// ``PrintJobState/completed`` is not an error: look at the job's state and words.
    public func print(
        document: PrintDocument,
        title: String,
        media: LabelMedia,
        copies: Int = 1,
        printer: String? = nil
    ) async throws(PrintError) -> PrintedJob {
        guard !document.bytes.isEmpty else { throw .emptyDocument }
        guard Self.copies.contains(copies) else { throw .copies(copies) }
        let printer = try session.printer(named: printer)
        guard printer.state != .stopped else { throw .stopped(printer: printer.name, words: printer.words) }
        guard printer.isAcceptingJobs else {
            throw .notAcceptingJobs(printer: printer.name, words: printer.words)
        }
        guard let name = MediaName.name(of: media, among: printer.media) else {
            throw .mediaNotSupported(printer: printer.name, media: MediaName.custom(media))
        }
        let ticket = PrintTicket(title: title, media: name, copies: copies, printer: printer.name)
        return try await follow(session.submit(document, ticket: ticket))
    }

    private var session: PrintSession {
        PrintSession(server: server.map(PrintServer.init(parsing:)) ?? .standard)
    }

    /// Asks for the job again and again, less often the longer it takes.
    private func follow(_ submitted: PrintedJob) async throws(PrintError) -> PrintedJob {
        let deadline = clock.now.advanced(by: patience)
        var job = submitted
        var words = ""
        var pause = Self.firstPause
        while !job.state.isEnd {
            guard clock.now < deadline else { throw .unfinished(job, after: patience, words: words) }
            do {
                try await Task.sleep(for: min(pause, clock.now.duration(to: deadline)), clock: clock)
            } catch {
                throw .abandoned(job)
            }
            pause = min(pause * 3 / 2, Self.longestPause)
            do throws(PrintError) {
                job = try session.state(of: job)
                words = job.message.isEmpty ? "no reason given" : job.message
            } catch {
                // The job is with the server, which may only be starting anew: its end can still be learnt.
                words = error.description
            }
        }
        return job
    }
}
