/// A print job and how it stood when it was last asked about.
public struct PrintedJob: Sendable, Hashable {
    /// The server's number for it.
    public let identifier: Int
    public let printer: String
    public internal(set) var state: PrintJobState
    /// IPP `job-state-reasons`, such as `job-completed-successfully`; without `none`.
    public let reasons: [String]
    /// The printer's own words, often empty.
    public internal(set) var message: String
    /// What keeps the printer from going on with it.
    public internal(set) var obstacles: [PrinterObstacle] = []
    /// Whether anything of it can have been printed.
    public internal(set) var wasBegun = true
    /// Whether the server has what is to be printed.
    public internal(set) var hasDocument = true

    /// A job of a server that cannot be asked about it.
    public init(identifier: Int, printer: String) {
        self.init(identifier: identifier, printer: printer, state: .pending)
    }

    /// What a printer without CUPS, which has no numbers for jobs, finished.
    public init(printed printer: String) { self.init(identifier: 0, printer: printer, state: .completed) }

    private init(identifier: Int, printer: String, state: PrintJobState) {
        self.identifier = identifier
        self.printer = printer
        self.state = state
        reasons = []
        message = ""
    }

    /// What a clerk has to know or to do before it goes on, or why it ended without printing; nil when all is well.
    public var trouble: PrintError? {
        let words = message.isEmpty ? "no reason given" : message
        switch state {
        // CUPS says this of a job that it tries again by and by, as its printer is off.
        case .held where reasons.contains("resources-are-not-ready"): return obstacle(words)
        case .held:
            return reasons.contains("cups-held-for-authentication")
                ? .authenticationNeeded(printer: printer) : .held(self)
        case .stopped: return obstacle(words) ?? .stopped(printer: printer, words: words)
        case .canceled: return .cancelled(self)
        case .aborted: return .aborted(self)
        case .completed where !isPrinted: return .aborted(self)
        case .forgotten: return .forgotten(self)
        case .processing: return obstacle(words)
        case .pending, .completed, .other: return nil
        }
    }

    /// Whether the server says that all of it is printed.
    public var isPrinted: Bool { state == .completed && !reasons.contains("job-completed-with-errors") }

    /// Whether nothing more will happen to it, whatever anybody does.
    public var isOver: Bool {
        switch state {
        case .canceled, .aborted, .completed, .forgotten: true
        case .pending, .held, .processing, .stopped, .other: false
        }
    }

    private func obstacle(_ words: String) -> PrintError? {
        obstacles.first.map { PrintError($0, printer: printer, words: words) }
    }
}
