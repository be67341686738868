import CCups

/// The requests to a print server, each blocking and on a connection of its own; for the print executor only.
struct PrintSession: Sendable {
    let server: PrintServer

    private static let printerAttributes = [
        "printer-name", "printer-info", "printer-state", "printer-state-reasons", "printer-state-message",
        "printer-is-accepting-jobs", "printer-resolution-supported", "media-supported",
    ]

    func printers() throws(PrintError) -> [LabelPrinter] {
        let request = try IPPMessage(IPP_OP_CUPS_GET_PRINTERS)
        request.request(Self.printerAttributes)
        let answer = try CUPSConnection(to: server).exchange(request)
        // A server without any printer says not found.
        if answer.status == IPP_STATUS_ERROR_NOT_FOUND { return [] }
        try check(answer)
        return answer.groups(IPP_TAG_PRINTER).compactMap(LabelPrinter.init(ipp:))
    }

    /// The printer `name`, or the server's default for nil.
    func printer(named name: String?) throws(PrintError) -> LabelPrinter {
        let request = try IPPMessage(name == nil ? IPP_OP_CUPS_GET_DEFAULT : IPP_OP_GET_PRINTER_ATTRIBUTES)
        if let name {
            guard Self.isQueueName(name) else { throw .unknownPrinter(name) }
            request.add(.operation, IPP_TAG_URI, "printer-uri", Self.uri(of: name))
        }
        request.request(Self.printerAttributes)
        let answer = try CUPSConnection(to: server).exchange(request)
        if answer.status == IPP_STATUS_ERROR_NOT_FOUND {
            if let name { throw .unknownPrinter(name) }
            throw .noPrinter
        }
        try check(answer)
        guard let printer = answer.groups(IPP_TAG_PRINTER).compactMap(LabelPrinter.init(ipp:)).first else {
            throw .refused(words: "an answer without a printer")
        }
        return printer
    }

    /// Sends the document as one job, which may at once be at work.
    func submit(_ document: PrintDocument, ticket: PrintTicket) throws(PrintError) -> PrintedJob {
        let request = try IPPMessage(IPP_OP_PRINT_JOB)
        request.add(.operation, IPP_TAG_URI, "printer-uri", Self.uri(of: ticket.printer))
        request.add(.operation, IPP_TAG_NAME, "job-name", ticket.title)
        request.add(.operation, IPP_TAG_MIMETYPE, "document-format", document.format.rawValue)
        request.add(.job, "copies", ticket.copies)
        request.add(.job, IPP_TAG_KEYWORD, "media", ticket.media)
        // Bars are whole dots only at actual size, upright.
        request.add(.job, IPP_TAG_KEYWORD, "print-scaling", "none")
        let path = "/printers/" + ticket.printer
        let answer = try CUPSConnection(to: server).exchange(request, path: path, document: document.bytes)
        switch answer.status {
        case IPP_STATUS_ERROR_NOT_FOUND: throw .unknownPrinter(ticket.printer)
        case IPP_STATUS_ERROR_NOT_ACCEPTING_JOBS:
            throw .notAcceptingJobs(printer: ticket.printer, words: CUPSConnection.lastWords)
        default: try check(answer)
        }
        guard let job = answer.groups(IPP_TAG_JOB).first, let identifier = job["job-id"]?.integer else {
            throw .refused(words: "an answer without a job")
        }
        return PrintedJob(identifier: identifier, printer: ticket.printer, ipp: job)
    }

    /// How `job` stands now; a job that waits in a queue that stopped counts as stopped.
    func state(of job: PrintedJob) throws(PrintError) -> PrintedJob {
        let request = try IPPMessage(IPP_OP_GET_JOB_ATTRIBUTES)
        request.add(.operation, IPP_TAG_URI, "printer-uri", Self.uri(of: job.printer))
        request.add(.operation, "job-id", job.identifier)
        request.request(["job-state", "job-state-reasons", "job-printer-state-message"])
        let answer = try CUPSConnection(to: server).exchange(request)
        if answer.status == IPP_STATUS_ERROR_NOT_FOUND { return job.in(.forgotten, words: job.message) }
        try check(answer)
        guard let attributes = answer.groups(IPP_TAG_JOB).first else {
            throw .refused(words: "an answer without a job")
        }
        let now = PrintedJob(identifier: job.identifier, printer: job.printer, ipp: attributes)
        guard !now.state.isEnd else { return now }
        let printer = try printer(named: job.printer)
        if printer.state == .stopped { return now.in(.stopped, words: printer.words) }
        return now.message.isEmpty ? now.in(now.state, words: printer.words) : now
    }

    private func check(_ answer: borrowing IPPMessage) throws(PrintError) {
        // All codes below 0x0400 are successes of some kind (RFC 8011, section 6.1.4).
        guard answer.status.rawValue < IPP_STATUS_ERROR_BAD_REQUEST.rawValue else {
            throw .refused(words: CUPSConnection.lastWords)
        }
    }

    private static func uri(of printer: String) -> String { "ipp://localhost/printers/" + printer }

    /// Names that CUPS allows for a queue and that stand in a URI as they are.
    private static func isQueueName(_ name: String) -> Bool {
        guard (1...127).contains(name.utf8.count) else { return false }
        return name.utf8.allSatisfy { byte in
            (48...57).contains(byte) || (65...90).contains(byte) || (97...122).contains(byte)
                || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "-") || byte == UInt8(ascii: ".")
        }
    }
}
