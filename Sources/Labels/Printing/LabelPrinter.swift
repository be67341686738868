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
    /// Whether the queue has a driver that takes raster, in whatever dots.
    let hasRasterDriver: Bool
    /// Whether that driver takes black or grey dots as it is set up.
    var takesBlackDots = false

    /// Why it is in its state, for people: its words, or else its reasons.
    var words: String {
        if !message.isEmpty { return message }
        return reasons.isEmpty ? "no reason given" : reasons.joined(separator: ", ")
    }

    /// What keeps it from printing now.
    ///
    /// With several trays one of them may be empty: only an error tells that nothing can be printed then.
    public var obstacles: [PrinterObstacle] {
        reasons.compactMap { reason in
            guard let obstacle = PrinterObstacle(reason: reason) else { return nil }
            let isWarning = reason.hasSuffix("-warning") || reason.hasSuffix("-report")
            return obstacle.isOfMedia && isWarning && mediaReady.count > 1 ? nil : obstacle
        }.sorted()
    }

    /// What labels are drawn for: what it prints with, or else the finest there is; nil when the printer does not say.
    public var resolution: PrintResolution? {
        usualResolution ?? resolutions.max { $0.across * $0.along < $1.across * $1.along }
    }

    /// The language in which it gets labels dot for dot, or PDF, which everything else becomes on the way.
    public var form: PrintForm {
        if takesBlackDots { return .raster }
        guard formats.contains(PrintDocument.Format.pwg.rawValue), PWGDocument.canPrint(on: self) else { return .pdf }
        // Of PDF each printer makes its own dots, but raster has no colours.
        return hasColours && formats.contains(PrintDocument.Format.pdf.rawValue) ? .pdf : .pwg
    }

    /// Why nothing can be printed on it now; nil when something can.
    public var trouble: PrintError? {
        if state == .stopped { return .stopped(printer: name, words: words) }
        if !isAcceptingJobs { return .notAcceptingJobs(printer: name, words: words) }
        if needsAuthentication { return .authenticationNeeded(printer: name) }
        return obstacles.first.map { PrintError($0, printer: name, words: words) }
    }

    /// Throws why nothing can be printed on it now, or not on `media`.
    ///
    /// Returns the PWG name under which the job has to ask for the media.
    @discardableResult
    public func check(_ wanted: LabelMedia) throws(PrintError) -> String {
        if let trouble { throw trouble }
        guard let asked = MediaName.name(of: wanted, among: media) else {
            throw .mediaNotSupported(printer: name, media: MediaName.custom(wanted))
        }
        if !mediaReady.isEmpty, MediaName.name(of: wanted, among: mediaReady) == nil {
            throw .wrongMedia(printer: name, wanted: MediaName.custom(wanted), loaded: mediaReady)
        }
        return asked
    }
}
