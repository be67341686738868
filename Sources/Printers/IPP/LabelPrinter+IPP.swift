extension LabelPrinter {
    /// Creates a printer from its IPP attributes; nil without a name.
    init?(ipp attributes: [String: IPPValues]) {
        guard let name = attributes["printer-name"]?.strings.first else { return nil }
        self.name = name
        info = attributes["printer-info"]?.strings.first ?? ""
        state = PrinterState(ipp: attributes["printer-state"]?.integer ?? 0)
        isAcceptingJobs = attributes["printer-is-accepting-jobs"]?.boolean ?? true
        reasons = attributes["printer-state-reasons"]?.strings.filter { $0 != "none" } ?? []
        message = attributes["printer-state-message"]?.strings.first ?? ""
        resolutions = attributes["printer-resolution-supported"]?.printResolutions ?? []
        usualResolution = attributes["printer-resolution-default"]?.printResolutions.first
        media = attributes["media-supported"]?.strings ?? []
        let secrets = attributes["auth-info-required"]?.strings ?? []
        needsAuthentication = secrets.contains { $0 != "none" && $0 != "negotiate" }
        device = attributes["device-uri"]?.strings.first ?? ""
        mediaDoubt = MediaDoubt(device: device)
        stubbornDefaults = JobOptions.withoutNeutral.filter { attributes[JobOptions.defaultName($0)] != nil }
        hasRasterDriver =
            attributes["document-format-supported"]?.strings.contains(PrintDocument.Format.driver.rawValue) == true
        // CUPS uses this name for a local queue without a driver.
        isRaw = attributes["printer-make-and-model"]?.strings.first == "Local Raw Printer"
    }

    /// Adds the attributes of the printer itself, which override what its queue remembers.
    mutating func add(device attributes: [String: IPPValues]) {
        if let values = attributes["printer-state-reasons"] {
            reasons = Array(Set(values.strings.filter { $0 != "none" }).union(reasons.filter(Self.isOfQueue))).sorted()
            isAsked = true
            isStopped = attributes["printer-state"]?.integer.map(PrinterState.init(ipp:)) == .stopped
        }
        let isServer = attributes["cups-version"] != nil
        let ready = ["media-ready", "media-col-ready"].map { attributes[$0]?.mediaNames ?? [] }
        // The first attribute that contains a size, because some printers report in one of them only that media are
        // loaded.
        mediaReady =
            isServer ? [] : ready.first { $0.contains(where: MediaName.isSize) } ?? ready.first { !$0.isEmpty } ?? []
        mediaDoubt = isServer ? .serverBetween : mediaReady.contains(where: MediaName.isSize) ? nil : .doesNotSay
        formats = Set(attributes["document-format-supported"]?.strings ?? [])
        hasColours = attributes["color-supported"]?.boolean ?? true
        rasterTypes = Set(attributes["pwg-raster-document-type-supported"]?.strings ?? [])
        let raster = attributes["pwg-raster-document-resolution-supported"]?.printResolutions ?? []
        let all = attributes["printer-resolution-supported"]?.printResolutions ?? []
        let known = form == .pwg && !raster.isEmpty ? raster : all
        guard !known.isEmpty else { return }
        resolutions = known
        if let own = attributes["printer-resolution-default"]?.printResolutions.first { usualResolution = own }
        // A printer may accept raster at resolutions other than the one at which it prints.
        if let usual = usualResolution, !known.contains(usual) { usualResolution = nil }
    }

    /// Whether a reason concerns the queue.
    ///
    /// A reason from an earlier job of the printer may be outdated.
    private static func isOfQueue(_ reason: String) -> Bool {
        reason.hasPrefix("cups-") || reason == "paused" || reason == "hold-new-jobs"
    }
}
