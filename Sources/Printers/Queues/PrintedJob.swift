import Localization

/// A print job with its state at the last query.
public struct PrintedJob: Sendable, Hashable {
    /// The server's number for the job; 0 on a printer that is addressed without CUPS.
    public let identifier: Int
    public let printer: String
    /// IPP `job-name`, by which the printer knows it, too.
    ///
    /// Job numbers are reused after a server is reinstalled.
    public let name: String
    public internal(set) var state: PrintJobState
    /// IPP `job-state-reasons`, such as `job-completed-successfully`; without `none`.
    public let reasons: [String]
    /// The printer's own message, often empty.
    public internal(set) var message: String
    /// What prevents the printer from continuing with the job.
    public internal(set) var obstacles: [PrinterObstacle] = []
    /// Possible reasons why the job does not continue, in the printer's words.
    public internal(set) var hints: [String] = []
    /// Whether its queue is trying to reach the printer without success.
    public internal(set) var isConnecting = false
    /// Whether the server, which knows this job, reports that it never reached its printer.
    public internal(set) var isUnbegun = false
    /// Whether the server has the document.
    public internal(set) var hasDocument = true
    /// The printer's own report, once the server has completed the job.
    public var word: PrinterWord?
    /// The number of expected pages; nil if unknown.
    public var pages: Int?

    /// Creates a job of which only the number and the name are known.
    public init(identifier: Int, printer: String, name: String) {
        self.init(identifier: identifier, printer: printer, name: name, state: .pending)
    }

    /// Creates a completed job from the final report of a printer without CUPS, which has no job numbers.
    public init(on printer: String, word: PrinterWord) {
        self.init(identifier: 0, printer: printer, name: "", state: .completed)
        self.word = word
    }

    private init(identifier: Int, printer: String, name: String, state: PrintJobState) {
        self.identifier = identifier
        self.printer = printer
        self.name = name
        self.state = state
        reasons = []
        message = ""
    }

    /// What a clerk needs to know or do before the job continues; nil if there is no problem or the job is over.
    public var trouble: PrintError? {
        let words = message.isEmpty ? Message("no reason given") : Message(verbatim: message)
        switch state {
        // CUPS gives this reason for a job that it retries while its printer is off.
        case .held where reasons.contains("resources-are-not-ready"): return obstacle(words)
        case .held:
            return reasons.contains("cups-held-for-authentication")
                ? .authenticationNeeded(printer: printer) : .held(self)
        case .stopped: return obstacle(words) ?? .stopped(printer: printer, words: words)
        case .processing, .canceled, .aborted, .completed, .forgotten: return isOver ? nil : obstacle(words)
        case .pending, .other: return nil
        }
    }

    /// The outcome; nil while it is undecided.
    public var outcome: PrintOutcome? {
        guard isOfServer else { return nil }
        if isUnbegun { return .nothing }
        switch word {
        case .printed: return .printed
        case .underway, .unreachable, nil: return nil
        case .failed(let words):
            // The job was cancelled; otherwise the printer's report is the best evidence.
            let isTakenBack = state == .canceled && words.english.hasPrefix("canceled")
            return .doubtful(isTakenBack ? .cancelled(self) : .spoilt(self, words: words))
        case .unknown(let words): return .doubtful(ending ?? .unconfirmed(self, words: words))
        }
    }

    /// Whether nothing more will happen to the job.
    public var isOver: Bool { outcome != nil }

    /// Whether the server has completed the job, so that only the printer may still be processing it.
    var isOfServer: Bool {
        switch state {
        case .canceled, .aborted, .completed, .forgotten: true
        case .pending, .held, .processing, .stopped, .other: false
        }
    }

    /// Marks the job as cancelled before anything was sent.
    public mutating func takeBack() { (state, isUnbegun) = (.canceled, true) }

    /// Stops waiting for a printer that no longer answers.
    public mutating func giveUp() {
        if case .unreachable(let words) = word { word = .unknown(words) }
    }

    /// The server's error, if the job ended with one.
    private var ending: PrintError? {
        switch state {
        case .canceled: .cancelled(self)
        case .aborted: .aborted(self)
        case .completed: reasons.contains("job-completed-with-errors") ? .aborted(self) : nil
        case .forgotten: .forgotten(self)
        case .pending, .held, .processing, .stopped, .other: nil
        }
    }

    private func obstacle(_ words: Message) -> PrintError? {
        obstacles.first.map { PrintError($0, printer: printer, words: words) }
    }
}
