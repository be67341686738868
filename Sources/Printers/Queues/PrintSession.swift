import CCups
import Labels
import Localization

/// The requests to a print server.
///
/// Each blocks and uses a connection of its own; for the print executor only.
struct PrintSession: Sendable {
    let server: PrintServer

    private static let printerAttributes =
        [
            "auth-info-required", "device-uri", "document-format-supported", "media-supported", "printer-info",
            "printer-is-accepting-jobs", "printer-make-and-model", "printer-name", "printer-resolution-default",
            "printer-resolution-supported", "printer-state", "printer-state-message", "printer-state-reasons",
        ] + JobOptions.withoutNeutral.map(JobOptions.defaultName)
    private static let deviceAttributes = [
        "color-supported", "cups-version", "document-format-supported", "media-col-ready", "media-ready",
        "printer-resolution-default", "printer-resolution-supported", "printer-state", "printer-state-reasons",
        "pwg-raster-document-resolution-supported", "pwg-raster-document-type-supported",
    ]
    private static let jobAttributes = [
        "job-name", "job-printer-state-message", "job-state", "job-state-reasons", "number-of-documents",
        "time-at-processing",
    ]

    func printers() throws(PrintError) -> [LabelPrinter] {
        let request = try IPPMessage(IPP_OP_CUPS_GET_PRINTERS)
        request.request(Self.printerAttributes)
        let answer = try CUPSConnection(to: server).exchange(request)
        // A server without printers responds with "not found".
        if answer.status == IPP_STATUS_ERROR_NOT_FOUND { return [] }
        try check(answer, nil)
        return answer.groups(IPP_TAG_PRINTER).compactMap(LabelPrinter.init(ipp:))
    }

    /// Returns the printer `name`, or the server's default for nil.
    func printer(named name: String?) throws(PrintError) -> LabelPrinter {
        let request = try IPPMessage(name == nil ? IPP_OP_CUPS_GET_DEFAULT : IPP_OP_GET_PRINTER_ATTRIBUTES)
        if let name {
            guard PrinterAddress.isName(name) else { throw .unknownPrinter(name) }
            request.add(.operation, IPP_TAG_URI, "printer-uri", Self.uri(of: name))
        }
        request.request(Self.printerAttributes)
        let answer = try CUPSConnection(to: server).exchange(request)
        if answer.status == IPP_STATUS_ERROR_NOT_FOUND {
            if let name { throw .unknownPrinter(name) }
            throw .noPrinter
        }
        try check(answer, name)
        guard let printer = answer.groups(IPP_TAG_PRINTER).compactMap(LabelPrinter.init(ipp:)).first else {
            throw .refused(words: Message("an answer without a printer"))
        }
        return printer
    }

    /// Returns `printer` with the status of the printer behind the queue, if it speaks IPP and responds.
    ///
    /// A queue knows neither the media loaded in its printer nor what happened there since its last job.
    func asked(
        _ printer: LabelPrinter,
        patience: CUPSConnection.Patience = .short,
        resolves: Bool = false
    ) -> LabelPrinter {
        guard PrintServer.speaksIPP(printer.device) else { return printer }
        var printer = printer
        printer.mediaDoubt = .noAnswer
        let milliseconds = patience.connectMilliseconds
        guard
            let device = PrintServer(device: printer.device)
                ?? (resolves ? PrintServer(resolving: printer.device, milliseconds: milliseconds) : nil)
        else { return printer }
        do throws(PrintError) {
            let request = try IPPMessage(IPP_OP_GET_PRINTER_ATTRIBUTES)
            request.add(.operation, IPP_TAG_URI, "printer-uri", printer.device)
            request.request(Self.deviceAttributes)
            let answer = try CUPSConnection(to: device, patience: patience).exchange(request, path: device.path)
            guard let attributes = answer.groups(IPP_TAG_PRINTER).first else { return printer }
            printer.add(device: attributes)
        } catch {
            // The printer may be reachable only from the print server, so the queue's status must suffice.
            if case .serverAway = error { printer.isOutOfReach = true }
        }
        return printer
    }

    /// Returns `printer` with the resolution of its queue's driver, if that accepts raster.
    func driven(_ printer: LabelPrinter) throws(PrintError) -> LabelPrinter {
        guard printer.hasRasterDriver else { return printer }
        let connection = try CUPSConnection(to: server)
        guard let page = connection.driver(of: printer.name, instance: nil)?.raster() else { return printer }
        var printer = printer
        printer.takesBlackDots = true
        printer.usualResolution = page.resolution
        return printer
    }

    /// Returns the queue's page for `media`; nil for a queue without a driver, and if only CUPS knows the supported
    /// pages.
    func page(
        of media: LabelMedia,
        on printer: LabelPrinter,
        instance: String?,
        resolution: PrintResolution?
    ) throws(PrintError) -> QueuePage? {
        let connection = try CUPSConnection(to: server)
        guard let driver = connection.driver(of: printer.name, instance: instance) else { return nil }
        if let resolution, let usual = driver.raster()?.resolution, usual != resolution, !driver.mark(resolution) {
            throw .resolutionNotSupported(printer: printer.name, wanted: resolution, usual: usual)
        }
        guard let page = driver.page(media) else {
            guard driver.raster() != nil else { return nil }
            throw .mediaNotSupported(printer: printer.name, media: MediaName.custom(media))
        }
        return page
    }

    /// Creates a job without a document.
    func create(_ ticket: PrintTicket) throws(PrintError) -> PrintedJob {
        let request = try IPPMessage(IPP_OP_CREATE_JOB)
        request.add(.operation, IPP_TAG_URI, "printer-uri", Self.uri(of: ticket.printer))
        request.add(.operation, IPP_TAG_NAME, "job-name", ticket.title)
        let connection = try CUPSConnection(to: server)
        connection.addOptions(of: ticket, to: request)
        request.add(.job, "copies", ticket.copies)
        request.add(.job, IPP_TAG_KEYWORD, "media", ticket.media)
        request.add(options: JobOptions.neutral)
        request.add(options: ticket.options.map { ($0.name, $0.value) })
        if let resolution = ticket.resolution { request.add(.job, "printer-resolution", resolution) }
        let answer = try connection.exchange(request, path: "/printers/" + ticket.printer)
        switch answer.status {
        case IPP_STATUS_ERROR_NOT_FOUND: throw .unknownPrinter(ticket.printer)
        case IPP_STATUS_ERROR_NOT_ACCEPTING_JOBS:
            throw .notAcceptingJobs(printer: ticket.printer, words: CUPSConnection.lastWords)
        default: try check(answer, ticket.printer)
        }
        guard let job = answer.groups(IPP_TAG_JOB).first, let identifier = job["job-id"]?.integer else {
            throw .refused(words: Message("an answer without a job"))
        }
        return PrintedJob(PrintedJob(identifier: identifier, printer: ticket.printer, name: ticket.title), ipp: job)
    }

    /// Sends a job its only document, after which it may start immediately.
    func send(_ document: PrintDocument, of job: PrintedJob) throws(PrintError) -> PrintedJob {
        let request = try IPPMessage(IPP_OP_SEND_DOCUMENT)
        request.add(.operation, IPP_TAG_URI, "printer-uri", Self.uri(of: job.printer))
        request.add(.operation, "job-id", job.identifier)
        request.add(.operation, IPP_TAG_MIMETYPE, "document-format", document.format.rawValue)
        request.add(.operation, "last-document", true)
        let path = "/printers/" + job.printer
        let answer = try CUPSConnection(to: server).exchange(request, path: path, document: document.bytes)
        try check(answer, job.printer)
        var sent = PrintedJob(job, ipp: answer.groups(IPP_TAG_JOB).first ?? [:])
        sent.pages = document.pages?.count
        return sent
    }

    /// Returns the state of `job`.
    ///
    /// A job that waits in a stopped queue counts as stopped. Once the server has completed the job, the printer is
    /// queried about it. With `asksPrinter`, the printer's status is also queried before, which may take a moment.
    func state(of job: PrintedJob, asksPrinter: Bool) throws(PrintError) -> PrintedJob {
        var now = try known(job)
        guard !now.isOver else { return now }
        do throws(PrintError) {
            let printer = try printer(named: job.printer)
            if now.isOfServer { now.word = PrinterQuestion(printer.device).word(of: now) }
            guard !now.isOver else { return now }
            let asked = asksPrinter || now.isOfServer ? asked(printer) : printer
            now.obstacles = asked.obstacles
            now.hints = asked.hints
            now.isConnecting = asked.isOutOfReach || printer.isConnecting || asksPrinter && isOutOfReach(printer)
            if now.isOfServer { return now }
            if printer.state == .stopped { now.state = .stopped }
            if printer.state == .stopped || now.message.isEmpty { now.message = asked.words.english }
        } catch {
            guard case .unknownPrinter = error else { throw error }
            if now.isOfServer { now.word = .unknown(Message("its queue is gone")) }
        }
        return now
    }

    /// Whether the queue of `printer`, which is processing a job, cannot reach it; false if only another machine could
    /// tell.
    private func isOutOfReach(_ printer: LabelPrinter) -> Bool {
        guard server.isHere, printer.state == .processing else { return false }
        return PrinterReach(device: printer.device)?.isOutOfReach == true
    }

    /// Returns `job` as the server knows it; forgotten if the server does not know it, or knows another job by its
    /// number.
    private func known(_ job: PrintedJob) throws(PrintError) -> PrintedJob {
        let request = try IPPMessage(IPP_OP_GET_JOB_ATTRIBUTES)
        request.add(.operation, IPP_TAG_URI, "printer-uri", Self.uri(of: job.printer))
        request.add(.operation, "job-id", job.identifier)
        request.request(Self.jobAttributes)
        let answer = try CUPSConnection(to: server).exchange(request)
        if answer.status == IPP_STATUS_ERROR_NOT_FOUND {
            var forgotten = job
            forgotten.state = .forgotten
            return forgotten
        }
        try check(answer, job.printer)
        guard var attributes = answer.groups(IPP_TAG_JOB).first else {
            throw .refused(words: Message("an answer without a job"))
        }
        // A client that may not see the job's name did not send the job.
        attributes["job-name"] = attributes["job-name"] ?? .strings([""])
        return PrintedJob(job, ipp: attributes)
    }

    func cancel(_ job: PrintedJob) throws(PrintError) {
        let request = try IPPMessage(IPP_OP_CANCEL_JOB)
        request.add(.operation, IPP_TAG_URI, "printer-uri", Self.uri(of: job.printer))
        request.add(.operation, "job-id", job.identifier)
        let answer = try CUPSConnection(to: server).exchange(request, path: "/jobs/")
        // A job that has ended cannot be cancelled.
        if answer.status == IPP_STATUS_ERROR_NOT_POSSIBLE || answer.status == IPP_STATUS_ERROR_NOT_FOUND { return }
        try check(answer, job.printer)
    }

    private func check(_ answer: borrowing IPPMessage, _ printer: String?) throws(PrintError) {
        switch answer.status {
        case IPP_STATUS_ERROR_NOT_AUTHENTICATED, IPP_STATUS_ERROR_NOT_AUTHORIZED, IPP_STATUS_ERROR_FORBIDDEN:
            throw .authenticationNeeded(printer: printer ?? server.description)
        default: break
        }
        // All codes below 0x0400 mean success (RFC 8011, section 6.1.4).
        guard answer.status.rawValue < IPP_STATUS_ERROR_BAD_REQUEST.rawValue else {
            throw .refused(words: CUPSConnection.lastWords)
        }
    }

    private static func uri(of printer: String) -> String { "ipp://localhost/printers/" + printer }
}
