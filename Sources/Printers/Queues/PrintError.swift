public import Labels
public import Localization

/// The reason why printing failed, or why its outcome is unknown.
public enum PrintError: Error, Sendable, Equatable {
    case serverAway(server: String, words: Message)
    /// No printer was named and the server has no default.
    case noPrinter
    case unknownPrinter(String)
    /// The queue is stopped; a job that was already sent waits.
    case stopped(printer: String, words: Message)
    /// The pause key of a printer without CUPS was pressed.
    case paused(printer: String, words: Message)
    /// The queue does not accept jobs; nothing was sent.
    case notAcceptingJobs(printer: String, words: Message)
    /// The printer's list of media does not include this one; nothing was sent.
    case mediaNotSupported(printer: String, media: String)
    /// The queue has a default option that alters labels; nothing was sent.
    case queueDefault(printer: String, option: String)
    /// The queue prints at a resolution other than the configured one; nothing was sent.
    case resolutionNotSupported(printer: String, wanted: PrintResolution, usual: PrintResolution)
    /// The printer reports other loaded media; nothing was sent.
    case wrongMedia(printer: String, wanted: String, loaded: [String])
    case outOfLabels(printer: String, words: Message)
    /// The printer waits for other media.
    case mediaNeeded(printer: String, words: Message)
    case coverOpen(printer: String, words: Message)
    case jammed(printer: String, words: Message)
    /// Ribbon, ink or toner is used up.
    case markerEmpty(printer: String, words: Message)
    /// The printer cannot be reached or reports that it is offline.
    case offline(printer: String, words: Message)
    /// The printer can be reached but does not report its status.
    case silent(printer: String, words: Message)
    /// The printer does not answer or accept data yet; this may be temporary.
    case busy(printer: String, words: Message)
    /// The printer continues when the printed label is taken.
    case labelToTake(printer: String, words: Message)
    /// The printer continues when its head has reached the printing temperature.
    case headTemperature(printer: String, isTooHot: Bool, words: Message)
    /// Another obstacle, in the printer's words.
    case notReady(printer: String, words: Message)
    /// The server or the printer requires a name and a password.
    case authenticationNeeded(printer: String)
    case emptyDocument
    /// The number of copies is outside ``PrintQueue/copies``.
    case copies(Int)
    /// The server refused the request.
    case refused(words: Message)
    /// The job is held until it is released.
    case held(PrintedJob)
    case cancelled(PrintedJob)
    /// The server or the printer aborted the job.
    case aborted(PrintedJob)
    /// The server no longer knows the job.
    case forgotten(PrintedJob)
    /// The server completed the job, but the printer reports that it did not print it.
    case spoilt(PrintedJob, words: Message)
    /// The server completed the job, but the printer cannot confirm it.
    case unconfirmed(PrintedJob, words: Message)
    /// The job was not completed within this time and stays in the queue.
    case unfinished(PrintedJob, after: Duration, words: Message)
    /// The task was cancelled; the job continues.
    case abandoned(PrintedJob)
    /// The job ended, but the outcome could not be recorded in the log.
    ///
    /// It is queried again.
    case unkept(PrintedJob, words: Message)
    /// The job was printed, but that could not be recorded in the log, and it is not queried again.
    case uncounted(PrintedJob, words: Message)
    /// The printer should get raster but accepts neither black nor grey dots, or its formats are unknown.
    case formUnknown(printer: String)
    /// The queue passes data on unchanged, and the printer's language is not configured.
    case formMissing(printer: String)
    /// The connection to a printer without CUPS ended before the printer confirmed the print.
    case interrupted(printer: String, words: Message)

    /// Kinds that the printer reports, sometimes wrongly.
    ///
    /// A clerk may override them.
    public static let overridable: Set<String> = [
        "cover-open", "media-jam", "media-not-supported", "out-of-labels", "printer-not-ready", "printer-offline",
        "ribbon-empty", "wrong-media",
    ]

    /// Whether the trouble ends by itself or with work at the printer, and only needs to be shown.
    public var isPassing: Bool {
        switch self {
        case .busy, .labelToTake, .headTemperature: true
        default: false
        }
    }

    /// Returns the error, or a temporary one for display if a clerk overrides it.
    public func unless(_ despite: OverriddenTroubles) -> PrintError {
        guard let printer = reporter, despite.overrides(kind) else { return self }
        return .busy(printer: printer, words: message)
    }

    /// The printer that reported the error.
    private var reporter: String? {
        switch self {
        case .mediaNotSupported(let printer, _), .wrongMedia(let printer, _, _), .outOfLabels(let printer, _),
            .mediaNeeded(let printer, _), .coverOpen(let printer, _), .jammed(let printer, _),
            .markerEmpty(let printer, _), .offline(let printer, _), .notReady(let printer, _):
            printer
        default: nil
        }
    }

    /// Creates the error for an `obstacle` of a printer.
    init(_ obstacle: PrinterObstacle, printer: String, words: Message) {
        switch obstacle {
        case .mediaEmpty: self = .outOfLabels(printer: printer, words: words)
        case .mediaNeeded: self = .mediaNeeded(printer: printer, words: words)
        case .coverOpen: self = .coverOpen(printer: printer, words: words)
        case .jam: self = .jammed(printer: printer, words: words)
        case .markerEmpty: self = .markerEmpty(printer: printer, words: words)
        case .offline: self = .offline(printer: printer, words: words)
        case .other: self = .notReady(printer: printer, words: words)
        }
    }
}
