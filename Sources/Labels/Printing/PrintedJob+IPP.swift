extension PrintedJob {
    /// A job out of its IPP attributes.
    init(identifier: Int, printer: String, ipp attributes: [String: IPPValues]) {
        self.identifier = identifier
        self.printer = printer
        state = PrintJobState(ipp: attributes["job-state"]?.integer ?? 0)
        reasons = attributes["job-state-reasons"]?.strings.filter { $0 != "none" } ?? []
        message = attributes["job-printer-state-message"]?.strings.first ?? ""
        // A job that never was with its printer has a time without a value.
        if attributes["time-at-processing"] == .nothing { wasBegun = false }
        if attributes["number-of-documents"]?.integer == 0 { (hasDocument, wasBegun) = (false, false) }
    }
}
