/// A printer as its queue, and where it can be asked the printer itself, describe it at one moment.
public struct LabelPrinter: Sendable, Hashable {
    /// The queue's name, which jobs are sent to.
    public let name: String
    /// What the administrator wrote about it, often its place.
    public let info: String
    public let state: PrinterState
    public let isAcceptingJobs: Bool
    /// IPP `printer-state-reasons`, such as `media-empty-error`; without `none`.
    public internal(set) var reasons: [String]
    /// The printer's own words about its state, often empty.
    public let message: String
    /// What can be drawn for; empty when the printer does not say.
    public internal(set) var resolutions: [PrintResolution]
    /// What it prints with unless a job says otherwise; nil when the printer does not say.
    public internal(set) var usualResolution: PrintResolution?
    /// PWG names of the media it takes; empty when the printer does not say.
    public let media: [String]
    /// PWG names of the media that lie in it; empty when the printer does not say.
    public internal(set) var mediaReady: [String] = []
    /// Why it is not known what lies in it; nil when it is, in ``mediaReady``.
    public internal(set) var mediaDoubt: MediaDoubt?
    /// MIME types that the printer itself takes; empty when it cannot be asked.
    public internal(set) var formats: Set<String> = []
    /// PWG names of the dots that it takes as raster, such as `black_1`.
    public internal(set) var rasterTypes: Set<String> = []
    /// Whether it prints in colours, or does not say that it prints in none.
    var hasColours = true
    /// Whether somebody has to sign in for a job.
    public let needsAuthentication: Bool
    /// Where the queue sends its jobs.
    let device: String
    /// Options that its queue gives to every job, that alter labels, and that no job can take back.
    let stubbornDefaults: [String]
    /// Whether the queue has a driver that takes raster, in whatever dots.
    let hasRasterDriver: Bool
    /// Whether that driver takes black or grey dots as it is set up.
    var takesBlackDots = false
    /// Whether the queue has no driver, and passes on what it gets.
    let isRaw: Bool
    /// Whether the reasons are those of the printer itself, now.
    var isAsked = false
    /// Whether the printer itself says that it is stopped.
    var isStopped = false
    /// Whether the printer itself could not be reached to be asked.
    var isOutOfReach = false

    /// Whether its queue, which has a job at work, says that it is only about to reach it.
    var isConnecting: Bool { reasons.contains("connecting-to-device") }

    /// Why it is in its state, for people: its words, or else its reasons.
    var words: String {
        if !message.isEmpty { return message }
        return reasons.isEmpty ? "no reason given" : reasons.joined(separator: ", ")
    }

    /// What keeps it from printing now.
    ///
    /// What a queue says without having asked is left from its last job, unless it has one at work. Of several trays one
    /// may be empty that nothing is wanted from.
    public var obstacles: [PrinterObstacle] {
        guard isAsked || state != .idle else { return [] }
        return reasons.compactMap { PrinterObstacle(reason: $0, isStopped: isStopped) }
            .filter { !$0.isOfMedia || mediaReady.count < 2 }.sorted()
    }

    /// What labels are drawn for: what it prints with, or else the finest there is; nil when the printer does not say.
    public var resolution: PrintResolution? {
        usualResolution ?? resolutions.max { $0.across * $0.along < $1.across * $1.along }
    }

    /// What may keep a job from going on that does not, by the printer's words; empty when it says nothing.
    var hints: [String] { reasons.filter { PrinterObstacle(reason: $0, isStopped: true) != nil } }

    /// The language in which it gets labels dot for dot, or PDF, which everything else becomes on the way.
    public var form: PrintForm {
        if takesBlackDots { return .raster }
        guard formats.contains(PrintDocument.Format.pwg.rawValue), PWGDocument.canPrint(on: self) else { return .pdf }
        // Of PDF each printer makes its own dots, but raster has no colours.
        return hasColours && formats.contains(PrintDocument.Format.pdf.rawValue) ? .pdf : .pwg
    }

    /// Why nothing can be printed on it now; nil when something can.
    public var trouble: PrintError? { troubles.first }

    private var troubles: [PrintError] {
        if state == .stopped { return [.stopped(printer: name, words: words)] }
        if !isAcceptingJobs { return [.notAcceptingJobs(printer: name, words: words)] }
        if needsAuthentication { return [.authenticationNeeded(printer: name)] }
        return obstacles.map { PrintError($0, printer: name, words: words) }
    }

    /// Where the queue sends its jobs, when that is a port of a printer.
    public var socket: (host: String, port: UInt16)? {
        guard case .socket(let host, let port) = PrinterAddress(parsing: String(device.prefix { $0 != "?" })) else {
            return nil
        }
        return (host, port)
    }

    /// Why labels cannot go to it as PDF or raster, when the configuration does not say what it takes; nil when they can,
    /// as to a printer that speaks IPP without a driver.
    public var formTrouble: PrintError? {
        guard isRaw else { return nil }
        let speaksIPP = device.hasPrefix("ipp") || device.contains("._ipp")
        let takes = formats.isEmpty || formats.contains(PrintDocument.Format.pdf.rawValue) || form == .pwg
        return speaksIPP && takes ? nil : .formMissing(printer: name)
    }

    /// Throws why nothing can be printed on it now, or not on `media`, or not in this form.
    ///
    /// Returns the PWG name under which the job has to ask for the media.
    /// Kinds of trouble in `despite` do not count.
    @discardableResult
    public func check(
        _ wanted: LabelMedia,
        as form: PrintForm? = nil,
        despite: OverriddenTroubles = []
    ) throws(PrintError) -> String {
        if let trouble = troubles.first(where: { !despite.overrides($0.kind) }) { throw trouble }
        // A job that says of itself that it is not to be held would slip through.
        if reasons.contains("hold-new-jobs") {
            throw .stopped(printer: name, words: "it holds new jobs; cupsenable --release lets them go")
        }
        // The filters of CUPS heed them when they draw; dots pass by.
        if form ?? self.form == .pdf, let option = stubbornDefaults.first {
            throw .queueDefault(printer: name, option: JobOptions.defaultName(option))
        }
        let known = MediaName.name(of: wanted, among: media)
        guard let asked = known ?? (despite.overrides("media-not-supported") ? MediaName.custom(wanted) : nil) else {
            throw .mediaNotSupported(printer: name, media: MediaName.custom(wanted))
        }
        // A tray of which only a word is known, such as `unknown` or one of the vendor's, may hold what is wanted.
        let isKnown = mediaDoubt == nil && mediaReady.allSatisfy(MediaName.isSize)
        if isKnown, MediaName.name(of: wanted, among: mediaReady) == nil, !despite.overrides("wrong-media") {
            throw .wrongMedia(printer: name, wanted: MediaName.custom(wanted), loaded: mediaReady)
        }
        return asked
    }
}
