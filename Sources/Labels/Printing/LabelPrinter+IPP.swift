extension LabelPrinter {
    /// A printer out of its IPP attributes, nil without a name.
    init?(ipp attributes: [String: IPPValues]) {
        guard let name = attributes["printer-name"]?.strings.first else { return nil }
        self.name = name
        info = attributes["printer-info"]?.strings.first ?? ""
        state = PrinterState(ipp: attributes["printer-state"]?.integer ?? 0)
        isAcceptingJobs = attributes["printer-is-accepting-jobs"]?.boolean ?? true
        reasons = attributes["printer-state-reasons"]?.strings.filter { $0 != "none" } ?? []
        message = attributes["printer-state-message"]?.strings.first ?? ""
        resolutions = attributes["printer-resolution-supported"]?.squareResolutions ?? []
        media = attributes["media-supported"]?.strings ?? []
    }
}
