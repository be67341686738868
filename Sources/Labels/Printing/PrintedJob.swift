/// A print job and how it stood when it was last asked about.
public struct PrintedJob: Sendable, Hashable {
    /// The server's number for it; 0 on a printer that is addressed without CUPS.
    public let identifier: Int
    public let printer: String
    /// IPP `job-name`, by which the printer knows it too: numbers are used again once a server is installed anew.
    public let name: String
    public internal(set) var state: PrintJobState
    /// IPP `job-state-reasons`, such as `job-completed-successfully`; without `none`.
    public let reasons: [String]
    /// The printer's own words, often empty.
    public internal(set) var message: String
    /// What keeps the printer from going on with it.
    public internal(set) var obstacles: [PrinterObstacle] = []
    /// What may keep it from going on when it does not, in the printer's words.
    public internal(set) var hints: [String] = []
    /// Whether its queue tries in vain to reach the printer.
    public internal(set) var isConnecting = false
    /// Whether the server, which knows this very job, says that it was never with its printer.
    public internal(set) var isUnbegun = false
    /// Whether the server has what is to be printed.
    public internal(set) var hasDocument = true
    /// What the printer itself says, once the server has done with the job.
    public var word: PrinterWord?
    /// Pages that are to come out; nil when nobody knows.
    public var pages: Int?

    /// A job of which no more is known than its number and its name.
    public init(identifier: Int, printer: String, name: String) {
        self.init(identifier: identifier, printer: printer, name: name, state: .pending)
    }

    /// What a printer without CUPS, which has no numbers for jobs, said in the end.
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

    /// What a clerk has to know or to do before it goes on; nil when all is well, and once it is over.
    public var trouble: PrintError? {
        let words = message.isEmpty ? "no reason given" : message
        switch state {
        // CUPS says this of a job that it tries again by and by, as its printer is off.
        case .held where reasons.contains("resources-are-not-ready"): return obstacle(words)
        case .held:
            return reasons.contains("cups-held-for-authentication")
                ? .authenticationNeeded(printer: printer) : .held(self)
        case .stopped: return obstacle(words) ?? .stopped(printer: printer, words: words)
        case .processing, .canceled, .aborted, .completed, .forgotten: return isOver ? nil : obstacle(words)
        case .pending, .other: return nil
        }
    }

    /// How it ended; nil while that is open.
    public var outcome: PrintOutcome? {
        guard isOfServer else { return nil }
        if isUnbegun { return .nothing }
        switch word {
        case .printed: return .printed
        case .underway, .unreachable, nil: return nil
        case .failed(let words):
            // Somebody took it back; otherwise the printer knows best.
            let isTakenBack = state == .canceled && words.hasPrefix("canceled")
            return .doubtful(isTakenBack ? .cancelled(self) : .spoilt(self, words: words))
        case .unknown(let words): return .doubtful(ending ?? .unconfirmed(self, words: words))
        }
    }

    /// Whether nothing more will happen to it, whatever anybody does.
    public var isOver: Bool { outcome != nil }

    /// Whether the server has done with it, and only the printer may still be at it.
    var isOfServer: Bool {
        switch state {
        case .canceled, .aborted, .completed, .forgotten: true
        case .pending, .held, .processing, .stopped, .other: false
        }
    }

    /// Nothing was sent of it, and it was taken back.
    public mutating func takeBack() { (state, isUnbegun) = (.canceled, true) }

    /// Gives the printer up that does not answer any more.
    public mutating func giveUp() {
        if case .unreachable(let words) = word { word = .unknown(words) }
    }

    /// How it ended for the server, when that was not well.
    private var ending: PrintError? {
        switch state {
        case .canceled: .cancelled(self)
        case .aborted: .aborted(self)
        case .completed: reasons.contains("job-completed-with-errors") ? .aborted(self) : nil
        case .forgotten: .forgotten(self)
        case .pending, .held, .processing, .stopped, .other: nil
        }
    }

    private func obstacle(_ words: String) -> PrintError? {
        obstacles.first.map { PrintError($0, printer: printer, words: words) }
    }
}
