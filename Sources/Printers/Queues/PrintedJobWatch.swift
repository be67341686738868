public import Localization

/// Decides what to report to a caller that waits for a job, as time passes.
public struct PrintedJobWatch: Sendable {
    /// How long a queue may take to reach its printer before the printer counts as offline.
    private static let connecting = Duration.seconds(4)
    /// How long the printer may be unreachable at the end before the wait for its report ends.
    private static let unreachable = Duration.seconds(30)
    /// How long a job may take while its printer reports something before that is reported as the possible cause.
    private static let hinted = Duration.seconds(3)
    /// How long a job may take without an end or a reason before that is reported.
    private static let patience = Duration.seconds(10)
    /// How long a job may take before a person should check.
    private static let longest = Duration.seconds(120)

    private var connectingSince: Duration?
    private var unreachableSince: Duration?

    public init() {}

    /// Returns why `job` has not ended, `waited` after it was sent; nil if there is no problem.
    ///
    /// If the printer stays unreachable at the end, the wait for its report ends and the job is in doubt.
    public mutating func trouble(of job: inout PrintedJob, after waited: Duration) -> PrintError? {
        connectingSince = job.isConnecting ? connectingSince ?? waited : nil
        if case .unreachable(let words) = job.word {
            let since = unreachableSince ?? waited
            unreachableSince = since
            if waited - since >= Self.unreachable { job.giveUp() }
            return .busy(
                printer: job.printer,
                words: Message("it does not say how job \(job.number, "job") ended: \(words, "reason")")
            )
        }
        unreachableSince = nil
        if let trouble = job.trouble { return trouble }
        let words = job.message.isEmpty ? Message("no reason given") : Message(verbatim: job.message)
        if let since = connectingSince, waited - since >= Self.connecting {
            return .offline(printer: job.printer, words: Message("its queue does not reach it: \(words, "reason")"))
        }
        if waited >= Self.longest { return .unfinished(job, after: Self.longest, words: words) }
        if waited >= Self.hinted, !job.hints.isEmpty {
            return .busy(
                printer: job.printer,
                words: Message("it reports \(job.hints.joined(separator: ", "), "reason")")
            )
        }
        guard waited >= Self.patience else { return nil }
        let delay =
            job.state == .pending
            ? Message("job \(job.number, "job") waits behind others, \(words, "reason")")
            : Message("job \(job.number, "job") is at work, \(words, "reason")")
        return .busy(printer: job.printer, words: delay)
    }
}

/// IPP `job-state` (RFC 8011, section 5.3.7).
public enum PrintJobState: Sendable, Hashable, CustomStringConvertible {
    case pending
    case held
    case processing
    /// The job waits in a stopped queue and prints when the queue is started.
    case stopped
    case canceled
    case aborted
    /// The printer accepted the whole job.
    ///
    /// Only a scan shows whether a label was printed.
    case completed
    /// The server no longer knows the job.
    case forgotten
    /// A value that the standard does not define.
    case other(Int)

    init(ipp value: Int) {
        switch value {
        case 3: self = .pending
        case 4: self = .held
        case 5: self = .processing
        case 6: self = .stopped
        case 7: self = .canceled
        case 8: self = .aborted
        case 9: self = .completed
        default: self = .other(value)
        }
    }

    public var description: String {
        switch self {
        case .pending: "pending"
        case .held: "held"
        case .processing: "processing"
        case .stopped: "stopped"
        case .canceled: "canceled"
        case .aborted: "aborted"
        case .completed: "completed"
        case .forgotten: "forgotten"
        case .other(let value): "state \(value)"
        }
    }
}

/// The outcome of a job that has ended.
///
/// Acceptance by a printer or a server does not prove anything: only the printer itself knows what was printed.
public enum PrintOutcome: Sendable, Equatable {
    /// The printer reports that it finished the whole job.
    case printed
    /// The job certainly did not begin to print.
    case nothing
    /// The job may or may not have been printed, for this reason.
    ///
    /// A person must check.
    case doubtful(PrintError)
}

/// The printer's own report about a job.
public enum PrinterWord: Sendable, Hashable {
    /// The whole job is finished.
    case printed
    case underway
    /// The job ended in another way, described in words.
    case failed(Message)
    /// The printer does not answer; this may be temporary.
    case unreachable(Message)
    /// The printer cannot be queried or does not know the job, described in words.
    case unknown(Message)
}
