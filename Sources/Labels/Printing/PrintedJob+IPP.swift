extension PrintedJob {
    /// A job out of its IPP attributes.
    init(identifier: Int, printer: String, ipp attributes: [String: IPPValues]) {
        self.identifier = identifier
        self.printer = printer
        state = PrintJobState(ipp: attributes["job-state"]?.integer ?? 0)
        reasons = attributes["job-state-reasons"]?.strings.filter { $0 != "none" } ?? []
        message = attributes["job-printer-state-message"]?.strings.first ?? ""
    }

    func `in`(_ state: PrintJobState, words: String) -> PrintedJob {
        PrintedJob(identifier: identifier, printer: printer, state: state, reasons: reasons, message: words)
    }
}
