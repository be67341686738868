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
            return .busy(printer: job.printer, words: "it does not say how job \(job.identifier) ended: \(words)")
        }
        unreachableSince = nil
        if let trouble = job.trouble { return trouble }
        let words = job.message.isEmpty ? "no reason given" : job.message
        if let since = connectingSince, waited - since >= Self.connecting {
            return .offline(printer: job.printer, words: "its queue does not reach it: \(words)")
        }
        if waited >= Self.longest { return .unfinished(job, after: Self.longest, words: words) }
        if waited >= Self.hinted, !job.hints.isEmpty {
            return .busy(printer: job.printer, words: "it reports " + job.hints.joined(separator: ", "))
        }
        guard waited >= Self.patience else { return nil }
        let what =
            job.state == .pending ? "job \(job.identifier) waits behind others" : "job \(job.identifier) is at work"
        return .busy(printer: job.printer, words: "\(what), \(words)")
    }
}
