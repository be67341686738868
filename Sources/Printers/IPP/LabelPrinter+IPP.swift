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

/// A printer's response to `~HQES` (ZPL II Programming Guide, Host Query, error flags), which names errors that `~HS`
/// does not.
struct HostErrors: Sendable, Hashable {
    static let question = Array("~HQES\r\n".utf8)

    let obstacles: [PrinterObstacle]
    let isPaused: Bool
    let isTooHot: Bool

    /// The bits of the second group of flags; the first is reserved.
    private static let flags: [(bit: UInt32, obstacle: PrinterObstacle)] = [
        (0x0000_0001, .mediaEmpty), (0x0000_0002, .markerEmpty), (0x0000_0004, .coverOpen),
        (0x0000_0008, .other("cutter-fault")), (0x0000_0020, .other("motor-over-temperature")),
        (0x0000_0040, .other("bad-printhead-element")), (0x0000_0080, .other("printhead-detection-error")),
        (0x0000_0100, .other("invalid-firmware-configuration")), (0x0000_0200, .other("printhead-thermistor-open")),
        (0x0000_1000, .jam), (0x0000_2000, .other("presenter-not-running")), (0x0000_4000, .other("paper-feed-error")),
        (0x0000_8000, .jam), (0x0002_0000, .other("retract-timed-out")),
        (0x0004_0000, .other("black-mark-calibration-error")), (0x0008_0000, .other("black-mark-not-found")),
    ]
    private static let hot: UInt32 = 0x0000_0010
    private static let paused: UInt32 = 0x0001_0000

    /// Parses a line such as `ERRORS: 1 00000000 00000005`; nil if there is none.
    init?(_ answer: [UInt8]) {
        let text = String(decoding: answer, as: UTF8.self)
        guard let label = text.firstRange(of: "ERRORS:") else { return nil }
        let words = text[label.upperBound...].split { $0 == " " || $0.isNewline || $0 == "\u{3}" }
        guard words.count >= 3, let isAny = Int(words[0]), (0...1).contains(isAny), words[2].utf8.count == 8,
            let bits = UInt32(words[2], radix: 16)
        else { return nil }
        let found = isAny == 1 ? bits : 0
        let known = Self.flags.reduce(Self.hot | Self.paused) { $0 | $1.bit }
        var obstacles = Set(Self.flags.filter { found & $0.bit != 0 }.map(\.obstacle))
        // An unknown flag is still an error.
        if found & ~known != 0 { obstacles.insert(.other("error-\(String(found & ~known, radix: 16))")) }
        self.obstacles = obstacles.sorted()
        isPaused = found & Self.paused != 0
        isTooHot = found & Self.hot != 0
    }
}
