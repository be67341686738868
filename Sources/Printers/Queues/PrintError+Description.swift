extension PrintError: CustomStringConvertible {
    /// The stable words for programs.
    enum Kind: String, Sendable, Hashable, CaseIterable {
        case serverAway = "print-server-away"
        case noPrinter = "no-printer"
        case unknownPrinter = "unknown-printer"
        case stopped = "printer-stopped"
        case paused = "printer-paused"
        case notAcceptingJobs = "printer-closed"
        case mediaNotSupported = "media-not-supported"
        case queueDefault = "queue-default"
        case resolutionNotSupported = "resolution-not-supported"
        case wrongMedia = "wrong-media"
        case outOfLabels = "out-of-labels"
        case coverOpen = "cover-open"
        case jammed = "media-jam"
        case markerEmpty = "ribbon-empty"
        case offline = "printer-offline"
        case silent = "printer-silent"
        case busy = "printer-busy"
        case labelToTake = "label-to-take"
        case headTemperature = "head-temperature"
        case notReady = "printer-not-ready"
        case authenticationNeeded = "print-authentication"
        case invalidRequest = "invalid-request"
        case refused = "print-refused"
        case held = "print-job-held"
        case cancelled = "print-job-cancelled"
        case aborted = "print-job-aborted"
        case forgotten = "print-job-forgotten"
        case spoilt = "print-job-spoilt"
        case unconfirmed = "print-job-unconfirmed"
        case unfinished = "print-job-unfinished"
        case abandoned = "print-job-abandoned"
        case interrupted = "print-interrupted"
        case degraded
        case formUnknown = "printer-form-unknown"
        case formMissing = "printer-form-missing"
    }

    /// The stable word for programs.
    public var kind: String { word.rawValue }

    /// Every word of ``kind``.
    public static var kinds: [String] { Kind.allCases.map(\.rawValue) }

    private var word: Kind {
        switch self {
        case .serverAway: .serverAway
        case .noPrinter: .noPrinter
        case .unknownPrinter: .unknownPrinter
        case .stopped: .stopped
        case .paused: .paused
        case .notAcceptingJobs: .notAcceptingJobs
        case .mediaNotSupported: .mediaNotSupported
        case .queueDefault: .queueDefault
        case .resolutionNotSupported: .resolutionNotSupported
        case .wrongMedia, .mediaNeeded: .wrongMedia
        case .outOfLabels: .outOfLabels
        case .coverOpen: .coverOpen
        case .jammed: .jammed
        case .markerEmpty: .markerEmpty
        case .offline: .offline
        case .silent: .silent
        case .busy: .busy
        case .labelToTake: .labelToTake
        case .headTemperature: .headTemperature
        case .notReady: .notReady
        case .authenticationNeeded: .authenticationNeeded
        case .emptyDocument, .copies: .invalidRequest
        case .refused: .refused
        case .held: .held
        case .cancelled: .cancelled
        case .aborted: .aborted
        case .forgotten: .forgotten
        case .spoilt: .spoilt
        case .unconfirmed: .unconfirmed
        case .unfinished: .unfinished
        case .abandoned: .abandoned
        case .interrupted: .interrupted
        case .unkept, .uncounted: .degraded
        case .formUnknown: .formUnknown
        case .formMissing: .formMissing
        }
    }

    public var description: String {
        switch self {
        case .serverAway(let server, let words):
            "cannot reach the print server \(server) (\(words)): start cups or check CUPS_SERVER"
        case .noPrinter: "cannot print without a printer: name one or set a default with lpadmin -d"
        case .unknownPrinter(let name):
            "cannot find the printer \(name.prefix(127)): lpstat -e lists those that there are"
        case .stopped(let printer, let words):
            "cannot print on \(printer), it is stopped (\(words)): put it right, then cupsenable \(printer)"
        case .paused(let printer, let words):
            "cannot print on \(printer), it is paused (\(words)): press its pause key again"
        case .notAcceptingJobs(let printer, let words):
            "cannot print on \(printer), it takes no jobs (\(words)): cupsaccept \(printer) lets them in"
        case .mediaNotSupported(let printer, let media):
            "cannot print on \(printer), it knows no labels or paper of \(MediaName.words(media)): load them and tell the queue, "
                + "or use another template"
        case .queueDefault(let printer, let option):
            "cannot print on \(printer), its queue has a default that alters labels: lpadmin -p \(printer) -R \(option) "
                + "takes it away"
        case .resolutionNotSupported(let printer, let wanted, let usual):
            "cannot print on \(printer) with \(wanted) dots per inch, its queue prints with \(usual): set the queue to "
                + "\(wanted), or take resolution out of the printer's configuration"
        case .wrongMedia(let printer, let wanted, let loaded):
            "cannot print on \(printer), the wrong roll is loaded (\(loaded.map(MediaName.words).joined(separator: ", "))): "
                + "load \(MediaName.words(wanted)), or use a template for what is loaded"
        case .outOfLabels(let printer, let words):
            "cannot print on \(printer), it is out of labels (\(words)): load a new roll"
        case .mediaNeeded(let printer, let words):
            "cannot print on \(printer), it waits for another roll (\(words)): load the one that it asks for"
        case .coverOpen(let printer, let words): "cannot print on \(printer), its cover is open (\(words)): close it"
        case .jammed(let printer, let words):
            "cannot print on \(printer), the labels are jammed (\(words)): open it and take them out"
        case .markerEmpty(let printer, let words):
            "cannot print on \(printer), its ribbon or ink is used up (\(words)): put in a new one"
        case .offline(let printer, let words):
            "cannot print on \(printer), it is off or out of reach (\(words)): switch it on and check its cable"
        case .silent(let printer, let words):
            "cannot learn how \(printer) is (\(words)): wait until it has done what it is at; if it never answers, set "
                + "answers: false for it in the configuration, and look yourself at what it prints"
        case .busy(let printer, let words):
            "cannot go on with printing on \(printer) yet (\(words)): it goes on by itself once the printer does; look at it"
        case .labelToTake(let printer, let words):
            "cannot go on with printing on \(printer) yet, a label waits to be taken (\(words)): take it off"
        case .headTemperature(let printer, let isTooHot, let words):
            "cannot go on with printing on \(printer) yet, its head is too \(isTooHot ? "hot" : "cold") (\(words)): "
                + "it goes on by itself"
        case .notReady(let printer, let words): "cannot print on \(printer) (\(words)): put that right at the printer"
        case .authenticationNeeded(let printer):
            "cannot print on \(printer), it wants a name and a password: let the user of outguided print on it "
                + "without (lpadmin -p \(printer) -o auth-info-required=none, or the policy of the queue)"
        case .emptyDocument: "cannot print an empty document: render at least one label"
        case .copies(let count):
            "cannot print \(count) copies: ask for \(PrintQueue.copies.lowerBound) to \(PrintQueue.copies.upperBound)"
        case .refused(let words): "cannot print, the print server refused (\(words)): see its error log"
        case .held(let job):
            "cannot print job \(job.identifier) on \(job.printer) yet, it is held\(job.remark): "
                + "lp -i \(job.identifier) -H resume lets it go"
        case .cancelled(let job):
            "cannot say that job \(job.identifier) on \(job.printer) printed, it was cancelled\(job.remark): "
                + "see what came out and print the rest"
        case .aborted(let job):
            "cannot say that job \(job.identifier) on \(job.printer) printed, it was given up\(job.remark): "
                + "see what came out and the error log of cups, and print the rest"
        case .forgotten(let job):
            "cannot say how job \(job.identifier) on \(job.printer) ended, the print server does not know it any more: "
                + "see what came out and print the rest"
        case .spoilt(let job, let words):
            "cannot say that \(job.title) printed, the printer says otherwise (\(words)): "
                + "see what came out and print the rest"
        case .unconfirmed(let job, let words):
            "cannot say whether \(job.title) came out, it was delivered and the printer says nothing of it "
                + "(\(words)): see what came out"
        case .unfinished(let job, let time, let words):
            "cannot say how job \(job.identifier) on \(job.printer) ends, it is \(job.state) after "
                + "\(time.components.seconds) s (\(words)): look at the printer, or cancel \(job.identifier)"
        case .abandoned(let job):
            "cannot follow job \(job.identifier) on \(job.printer) any longer: lpstat -o shows it, cancel ends it"
        case .unkept(let job, let words):
            "cannot note how job \(job.identifier) on \(job.printer) ended (\(words)): it is asked about again once the "
                + "log can be written"
        case .uncounted(let job, let words):
            "cannot note that job \(job.identifier) on \(job.printer) is printed (\(words)): take it, it need not be printed "
                + "again; once the log can be written, count the supplies"
        case .formUnknown(let printer):
            "cannot make raster for \(printer), it names no black or grey dots: take form out of its configuration"
        case .formMissing(let printer):
            "cannot print on \(printer), its queue has no driver and would send it PDF as it is: set form: zpl (or pdf, if it "
                + "understands that) for it under printers in outguided.yaml, or give the queue a driver with lpadmin -m"
        case .interrupted(let printer, let words):
            "cannot say that \(printer) printed everything (\(words)): see what came out and print the rest"
        }
    }
}

extension PrintedJob {
    fileprivate var title: String { identifier == 0 ? "what \(printer) got" : "job \(identifier) on \(printer)" }

    /// The reason for the state in parentheses; empty if there is none.
    fileprivate var remark: String {
        let words = ([message] + reasons).filter { !$0.isEmpty }.joined(separator: ", ")
        return words.isEmpty ? "" : " (\(words))"
    }
}
