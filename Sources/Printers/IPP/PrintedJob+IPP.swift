extension PrintedJob {
    /// Creates a job from its IPP attributes; forgotten if they belong to another job that now has its number.
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
        // A job that never reached its printer has a time without a value. Its files may be missing for other reasons.
        if attributes["time-at-processing"] == .nothing, found != nil { isUnbegun = true }
        if attributes["number-of-documents"]?.integer == 0, found != nil, !isOfServer { hasDocument = false }
    }
}
