public import Localization

extension PrintError: MessageConvertible {
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

    public var message: Message {
        switch self {
        case .serverAway(let server, let words):
            Message(
                "cannot reach the print server \(server, "server") (\(words, "reason")): start cups or check "
                    + "CUPS_SERVER"
            )
        case .noPrinter: Message("cannot print without a printer: name one or set a default with lpadmin -d")
        case .unknownPrinter(let name):
            Message("cannot find the printer \(name.prefix(127), "printer"): lpstat -e lists those that there are")
        case .stopped(let printer, let words):
            Message(
                "cannot print on \(printer, "printer"), it is stopped (\(words, "reason")): put it right, then "
                    + "cupsenable \(printer, "printer")"
            )
        case .paused(let printer, let words):
            Message(
                "cannot print on \(printer, "printer"), it is paused (\(words, "reason")): press its pause key again"
            )
        case .notAcceptingJobs(let printer, let words):
            Message(
                "cannot print on \(printer, "printer"), it takes no jobs (\(words, "reason")): cupsaccept "
                    + "\(printer, "printer") lets them in"
            )
        case .mediaNotSupported(let printer, let media):
            Message(
                "cannot print on \(printer, "printer"), it knows no labels or paper of "
                    + "\(MediaName.words(media), "media"): load them and tell the queue, "
                    + "or use another template"
            )
        case .queueDefault(let printer, let option):
            Message(
                "cannot print on \(printer, "printer"), its queue has a default that alters labels: lpadmin -p "
                    + "\(printer, "printer") -R \(option, "option") "
                    + "takes it away"
            )
        case .resolutionNotSupported(let printer, let wanted, let usual):
            Message(
                "cannot print on \(printer, "printer") with \(wanted, "resolution") dots per inch, its queue prints "
                    + "with \(usual, "usual"): set the queue to "
                    + "\(wanted, "resolution"), or take resolution out of the printer's configuration"
            )
        case .wrongMedia(let printer, let wanted, let loaded):
            Message(
                "cannot print on \(printer, "printer"), the wrong roll is loaded "
                    + "(\(loaded.map(MediaName.words).joined(separator: ", "), "loaded")): "
                    + "load \(MediaName.words(wanted), "media"), or use a template for what is loaded"
            )
        case .outOfLabels(let printer, let words):
            Message("cannot print on \(printer, "printer"), it is out of labels (\(words, "reason")): load a new roll")
        case .mediaNeeded(let printer, let words):
            Message(
                "cannot print on \(printer, "printer"), it waits for another roll (\(words, "reason")): load the one "
                    + "that it asks for"
            )
        case .coverOpen(let printer, let words):
            Message("cannot print on \(printer, "printer"), its cover is open (\(words, "reason")): close it")
        case .jammed(let printer, let words):
            Message(
                "cannot print on \(printer, "printer"), the labels are jammed (\(words, "reason")): open it and take "
                    + "them out"
            )
        case .markerEmpty(let printer, let words):
            Message(
                "cannot print on \(printer, "printer"), its ribbon or ink is used up (\(words, "reason")): put in a "
                    + "new one"
            )
        case .offline(let printer, let words):
            Message(
                "cannot print on \(printer, "printer"), it is off or out of reach (\(words, "reason")): switch it on "
                    + "and check its cable"
            )
        case .silent(let printer, let words):
            Message(
                "cannot learn how \(printer, "printer") is (\(words, "reason")): wait until it has done what it is at; "
                    + "if it never answers, set "
                    + "answers: false for it in the configuration, and look yourself at what it prints"
            )
        case .busy(let printer, let words):
            Message(
                "cannot go on with printing on \(printer, "printer") yet (\(words, "reason")): it goes on by itself "
                    + "once the printer does; look at it"
            )
        case .labelToTake(let printer, let words):
            Message(
                "cannot go on with printing on \(printer, "printer") yet, a label waits to be taken "
                    + "(\(words, "reason")): take it off"
            )
        case .headTemperature(let printer, true, let words):
            Message(
                "cannot go on with printing on \(printer, "printer") yet, its head is too hot (\(words, "reason")): it "
                    + "goes on by itself"
            )
        case .headTemperature(let printer, false, let words):
            Message(
                "cannot go on with printing on \(printer, "printer") yet, its head is too cold (\(words, "reason")): "
                    + "it goes on by itself"
            )
        case .notReady(let printer, let words):
            Message("cannot print on \(printer, "printer") (\(words, "reason")): put that right at the printer")
        case .authenticationNeeded(let printer):
            Message(
                "cannot print on \(printer, "printer"), it wants a name and a password: let the user of outguided "
                    + "print on it "
                    + "without (lpadmin -p \(printer, "printer") -o auth-info-required=none, or the policy of the "
                    + "queue)"
            )
        case .emptyDocument: Message("cannot print an empty document: render at least one label")
        case .copies(let count):
            Message(
                "cannot print \(count, "count") copies: ask for \(PrintQueue.copies.lowerBound, "least") to "
                    + "\(PrintQueue.copies.upperBound, "most")"
            )
        case .refused(let words):
            Message("cannot print, the print server refused (\(words, "reason")): see its error log")
        case .held(let job):
            if let words = job.remark {
                Message(
                    "cannot print job \(job.number, "job") on \(job.printer, "printer") yet, it is held "
                        + "(\(words, "reason")): "
                        + "lp -i \(job.number, "job") -H resume lets it go"
                )
            } else {
                Message(
                    "cannot print job \(job.number, "job") on \(job.printer, "printer") yet, it is held: "
                        + "lp -i \(job.number, "job") -H resume lets it go"
                )
            }
        case .cancelled(let job):
            if let words = job.remark {
                Message(
                    "cannot say that job \(job.number, "job") on \(job.printer, "printer") printed, it was cancelled "
                        + "(\(words, "reason")): "
                        + "see what came out and print the rest"
                )
            } else {
                Message(
                    "cannot say that job \(job.number, "job") on \(job.printer, "printer") printed, it was cancelled: "
                        + "see what came out and print the rest"
                )
            }
        case .aborted(let job):
            if let words = job.remark {
                Message(
                    "cannot say that job \(job.number, "job") on \(job.printer, "printer") printed, it was given up "
                        + "(\(words, "reason")): "
                        + "see what came out and the error log of cups, and print the rest"
                )
            } else {
                Message(
                    "cannot say that job \(job.number, "job") on \(job.printer, "printer") printed, it was given up: "
                        + "see what came out and the error log of cups, and print the rest"
                )
            }
        case .forgotten(let job):
            Message(
                "cannot say how job \(job.number, "job") on \(job.printer, "printer") ended, the print server does not "
                    + "know it any more: "
                    + "see what came out and print the rest"
            )
        case .spoilt(let job, let words) where job.identifier == 0:
            Message(
                "cannot say that what \(job.printer, "printer") got printed, the printer says otherwise "
                    + "(\(words, "reason")): see what came out and print the rest"
            )
        case .spoilt(let job, let words):
            Message(
                "cannot say that job \(job.number, "job") on \(job.printer, "printer") printed, the printer says "
                    + "otherwise (\(words, "reason")): see what came out and print the rest"
            )
        case .unconfirmed(let job, let words) where job.identifier == 0:
            Message(
                "cannot say whether what \(job.printer, "printer") got came out, it was delivered and the printer says "
                    + "nothing of it (\(words, "reason")): see what came out"
            )
        case .unconfirmed(let job, let words):
            Message(
                "cannot say whether job \(job.number, "job") on \(job.printer, "printer") came out, it was delivered "
                    + "and the printer says nothing of it (\(words, "reason")): see what came out"
            )
        case .unfinished(let job, let time, let words):
            Message(
                "cannot say how job \(job.number, "job") on \(job.printer, "printer") ends, it is "
                    + "\(job.state, "state") after "
                    + "\(Int(time.components.seconds), "seconds") s (\(words, "reason")): look at the printer, or "
                    + "cancel \(job.number, "job")"
            )
        case .abandoned(let job):
            Message(
                "cannot follow job \(job.number, "job") on \(job.printer, "printer") any longer: lpstat -o shows it, "
                    + "cancel ends it"
            )
        case .unkept(let job, let words):
            Message(
                "cannot note how job \(job.number, "job") on \(job.printer, "printer") ended (\(words, "reason")): it "
                    + "is asked about again once the "
                    + "log can be written"
            )
        case .uncounted(let job, let words):
            Message(
                "cannot note that job \(job.number, "job") on \(job.printer, "printer") is printed "
                    + "(\(words, "reason")): take it, it need not be printed "
                    + "again; once the log can be written, count the supplies"
            )
        case .formUnknown(let printer):
            Message(
                "cannot make raster for \(printer, "printer"), it names no black or grey dots: take form out of its "
                    + "configuration"
            )
        case .formMissing(let printer):
            Message(
                "cannot print on \(printer, "printer"), its queue has no driver and would send it PDF as it is: set "
                    + "form: zpl (or pdf, if it "
                    + "understands that) for it under printers in outguided.yaml, or give the queue a driver with "
                    + "lpadmin -m"
            )
        case .interrupted(let printer, let words):
            Message(
                "cannot say that \(printer, "printer") printed everything (\(words, "reason")): see what came out and "
                    + "print the rest"
            )
        }
    }
}

extension PrintedJob {
    /// The identifier, for messages.
    var number: MessageArgument { .number(Int64(identifier)) }

    /// The reason for the state, in the words of the server and the printer; nil if there is none.
    fileprivate var remark: String? {
        let words = ([message] + reasons).filter { !$0.isEmpty }.joined(separator: ", ")
        return words.isEmpty ? nil : words
    }
}
