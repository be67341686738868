/// Why something cannot be printed, or its end cannot be told.
public enum PrintError: Error, Sendable, Equatable, CustomStringConvertible {
    case serverAway(server: String, words: String)
    /// No printer was named and the server has no default.
    case noPrinter
    case unknownPrinter(String)
    /// The queue is stopped; nothing was sent.
    case stopped(printer: String, words: String)
    /// The queue takes no jobs; nothing was sent.
    case notAcceptingJobs(printer: String, words: String)
    /// The printer lists its media and this is not among them; nothing was sent.
    case mediaNotSupported(printer: String, media: String)
    case emptyDocument
    /// A number outside ``PrintQueue/copies``.
    case copies(Int)
    /// The server refused the request.
    case refused(words: String)
    /// The job is still under way after this time, and stays in the queue.
    case unfinished(PrintedJob, after: Duration, words: String)
    /// The task was cancelled; the job goes on.
    case abandoned(PrintedJob)

    public var description: String {
        switch self {
        case .serverAway(let server, let words):
            "cannot reach the print server \(server) (\(words)): start cups or check CUPS_SERVER"
        case .noPrinter: "cannot print without a printer: name one or set a default with lpadmin -d"
        case .unknownPrinter(let name):
            "cannot find the printer \(name.prefix(127)): lpstat -e lists those that there are"
        case .stopped(let printer, let words):
            "cannot print on \(printer), it is stopped (\(words)): put it right, then cupsenable \(printer)"
        case .notAcceptingJobs(let printer, let words):
            "cannot print on \(printer), it takes no jobs (\(words)): cupsaccept \(printer) lets them in"
        case .mediaNotSupported(let printer, let media):
            "cannot print on \(printer), it has no media \(media): load it and tell the queue, or use another template"
        case .emptyDocument: "cannot print an empty document: render at least one label"
        case .copies(let count):
            "cannot print \(count) copies: ask for \(PrintQueue.copies.lowerBound) to \(PrintQueue.copies.upperBound)"
        case .refused(let words): "cannot print, the print server refused (\(words)): see its error log"
        case .unfinished(let job, let time, let words):
            "cannot say how job \(job.identifier) on \(job.printer) ends, it is \(job.state) after "
                + "\(time.components.seconds) s (\(words)): look at the printer, or cancel \(job.identifier)"
        case .abandoned(let job):
            "cannot follow job \(job.identifier) on \(job.printer) any longer: lpstat -o shows it, cancel ends it"
        }
    }
}
