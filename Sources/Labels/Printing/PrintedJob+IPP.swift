extension PrintedJob {
    /// A job out of its IPP attributes; forgotten when they are those of another job that has its number now.
    init(_ job: PrintedJob, ipp attributes: [String: IPPValues]) {
        identifier = job.identifier
        printer = job.printer
        name = job.name
        pages = job.pages
        let found = attributes["job-name"]?.strings.first
        if let found, found != job.name {
            (state, reasons, message) = (.forgotten, [], "")
            return
        }
        state = PrintJobState(ipp: attributes["job-state"]?.integer ?? 0)
        reasons = attributes["job-state-reasons"]?.strings.filter { $0 != "none" } ?? []
        message = attributes["job-printer-state-message"]?.strings.first ?? ""
        // The time of a job that never was with its printer has no value. Its files may be gone for other reasons.
        if attributes["time-at-processing"] == .nothing, found != nil { isUnbegun = true }
        if attributes["number-of-documents"]?.integer == 0, found != nil, !isOfServer { hasDocument = false }
    }
}
