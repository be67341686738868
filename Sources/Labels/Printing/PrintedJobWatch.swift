/// What whoever waits for a job is told of it as time goes by.
public struct PrintedJobWatch: Sendable {
    /// How long a queue may take to reach its printer before it counts as out of reach.
    private static let connecting = Duration.seconds(4)
    /// How long the printer may not answer at the end before its word is not waited for any more.
    private static let unreachable = Duration.seconds(30)
    /// A job that does not end while its printer reports something may wait for that after this time.
    private static let hinted = Duration.seconds(3)
    /// A job without an end or a reason after this time is worth a word.
    private static let patience = Duration.seconds(10)
    /// And after this time somebody should look.
    private static let longest = Duration.seconds(120)

    private var connectingSince: Duration?
    private var unreachableSince: Duration?

    public init() {}

    /// Why `job` does not go on, `waited` after it was sent; nil when all is well.
    ///
    /// Of a printer that does not answer for long at the end it gives up hope: the job is in doubt then.
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
