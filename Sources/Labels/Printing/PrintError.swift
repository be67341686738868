/// Why something cannot be printed, or its end cannot be told.
public enum PrintError: Error, Sendable, Equatable {
    case serverAway(server: String, words: String)
    /// No printer was named and the server has no default.
    case noPrinter
    case unknownPrinter(String)
    /// The queue is stopped; a job that it has waits.
    case stopped(printer: String, words: String)
    /// Somebody pressed the pause key of a printer without CUPS.
    case paused(printer: String, words: String)
    /// The queue takes no jobs; nothing was sent.
    case notAcceptingJobs(printer: String, words: String)
    /// The printer lists its media and this is not among them; nothing was sent.
    case mediaNotSupported(printer: String, media: String)
    /// The queue gives every job an option that alters labels; nothing was sent.
    case queueDefault(printer: String, option: String)
    /// The queue prints with dots of another size than the configuration says; nothing was sent.
    case resolutionNotSupported(printer: String, wanted: PrintResolution, usual: PrintResolution)
    /// The printer says what lies in it and this is not among it; nothing was sent.
    case wrongMedia(printer: String, wanted: String, loaded: [String])
    case outOfLabels(printer: String, words: String)
    /// The printer waits for other media.
    case mediaNeeded(printer: String, words: String)
    case coverOpen(printer: String, words: String)
    case jammed(printer: String, words: String)
    /// Ribbon, ink or toner is used up.
    case markerEmpty(printer: String, words: String)
    /// The printer cannot be reached, or says that it is off.
    case offline(printer: String, words: String)
    /// It can be reached and does not say how it is.
    case silent(printer: String, words: String)
    /// It still answers, or takes in, nothing of what it is to print, which may pass.
    case busy(printer: String, words: String)
    /// It goes on once somebody takes the label that sticks out.
    case labelToTake(printer: String, words: String)
    /// It goes on once its head has the temperature to print.
    case headTemperature(printer: String, isTooHot: Bool, words: String)
    /// Another obstacle, in the printer's words.
    case notReady(printer: String, words: String)
    /// The server or the printer wants a name and a password.
    case authenticationNeeded(printer: String)
    case emptyDocument
    /// A number outside ``PrintQueue/copies``.
    case copies(Int)
    /// The server refused the request.
    case refused(words: String)
    /// The job waits until somebody lets it go.
    case held(PrintedJob)
    case cancelled(PrintedJob)
    /// The server or the printer gave the job up.
    case aborted(PrintedJob)
    /// The server no longer knows the job.
    case forgotten(PrintedJob)
    /// The server finished the job, and the printer says that it did not.
    case spoilt(PrintedJob, words: String)
    /// The server finished the job, and the printer cannot say whether it did.
    case unconfirmed(PrintedJob, words: String)
    /// The job is still under way after this time, and stays in the queue.
    case unfinished(PrintedJob, after: Duration, words: String)
    /// The task was cancelled; the job goes on.
    case abandoned(PrintedJob)
    /// It ended, but the log could not keep that; it is asked about again.
    case unkept(PrintedJob, words: String)
    /// It is printed, but the log could not keep that, and nobody asks about it again.
    case uncounted(PrintedJob, words: String)
    /// It is to get raster, and takes none in black or grey, or nothing is known of it.
    case formUnknown(printer: String)
    /// Its queue passes on what it gets, and nobody says what the printer understands.
    case formMissing(printer: String)
    /// The connection to a printer without CUPS ended before it said that all is printed.
    case interrupted(printer: String, words: String)

    /// Kinds that a printer only says of itself, sometimes wrongly: a clerk may have it printed all the same.
    public static let overridable: Set<String> = [
        "cover-open", "media-jam", "media-not-supported", "out-of-labels", "printer-not-ready", "printer-offline",
        "ribbon-empty", "wrong-media",
    ]

    /// Whether it passes by itself, or with the work at the printer, and is only to be shown to who waits.
    public var isPassing: Bool {
        switch self {
        case .busy, .labelToTake, .headTemperature: true
        default: false
        }
    }

    /// The same, or what only is to be shown of it when a clerk has it printed in spite of that.
    public func unless(_ despite: OverriddenTroubles) -> PrintError {
        guard let printer = reporter, despite.overrides(kind) else { return self }
        return .busy(printer: printer, words: description)
    }

    /// The printer that says so of itself.
    private var reporter: String? {
        switch self {
        case .mediaNotSupported(let printer, _), .wrongMedia(let printer, _, _), .outOfLabels(let printer, _),
            .mediaNeeded(let printer, _), .coverOpen(let printer, _), .jammed(let printer, _),
            .markerEmpty(let printer, _), .offline(let printer, _), .notReady(let printer, _):
            printer
        default: nil
        }
    }

    /// The error that says what `obstacle` keeps a printer from.
    init(_ obstacle: PrinterObstacle, printer: String, words: String) {
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
