public import Labels
import Localization

/// The state of a printer at one moment, as reported by its queue and, where possible, by the printer itself.
public struct LabelPrinter: Sendable, Hashable {
    /// The name of the queue to which jobs are sent.
    public let name: String
    /// The administrator's description, often the printer's location.
    public let info: String
    public let state: PrinterState
    public let isAcceptingJobs: Bool
    /// IPP `printer-state-reasons`, such as `media-empty-error`; without `none`.
    public internal(set) var reasons: [String]
    /// The printer's own message about its state, often empty.
    public let message: String
    /// The supported resolutions; empty if the printer does not report them.
    public internal(set) var resolutions: [PrintResolution]
    /// The default resolution; nil if the printer does not report it.
    public internal(set) var usualResolution: PrintResolution?
    /// PWG names of the supported media; empty if the printer does not report them.
    public let media: [String]
    /// PWG names of the loaded media; empty if the printer does not report them.
    public internal(set) var mediaReady: [String] = []
    /// Why the loaded media are unknown; nil if they are known and in ``mediaReady``.
    public internal(set) var mediaDoubt: MediaDoubt?
    /// The MIME types that the printer itself accepts; empty if it cannot be queried.
    public internal(set) var formats: Set<String> = []
    /// PWG names of the accepted raster types, such as `black_1`.
    public internal(set) var rasterTypes: Set<String> = []
    /// Whether it prints in colours, or does not report that it does not.
    var hasColours = true
    /// Whether a job requires authentication.
    public let needsAuthentication: Bool
    /// The device URI to which the queue sends its jobs.
    let device: String
    /// Default options of its queue that alter labels and that no job can override.
    let stubbornDefaults: [String]
    /// Whether the queue has a driver that accepts raster of any type.
    let hasRasterDriver: Bool
    /// Whether the driver, as configured, accepts black or grey dots.
    var takesBlackDots = false
    /// Whether the queue has no driver and passes data on unchanged.
    let isRaw: Bool
    /// Whether the reasons are the printer's own current ones.
    var isAsked = false
    /// Whether the printer itself reports that it is stopped.
    var isStopped = false
    /// Whether the printer itself could not be reached.
    var isOutOfReach = false

    /// Whether its queue, which is processing a job, is still connecting to it.
    var isConnecting: Bool { reasons.contains("connecting-to-device") }

    /// The reason for its state, for display: its message, or else its reasons.
    var words: Message {
        if !message.isEmpty { return Message(verbatim: message) }
        return reasons.isEmpty ? Message("no reason given") : Message(verbatim: reasons.joined(separator: ", "))
    }

    /// What prevents printing now.
    ///
    /// The reasons of a queue that has not queried the printer are left from its last job, unless it is processing one.
    /// If there are several trays, an empty one may not matter.
    public var obstacles: [PrinterObstacle] {
        guard isAsked || state != .idle else { return [] }
        return reasons.compactMap { PrinterObstacle(reason: $0, isStopped: isStopped) }
            .filter { !$0.isOfMedia || mediaReady.count < 2 }.sorted()
    }

    /// The resolution for which labels are drawn: the default one, or else the finest; nil if the printer reports none.
    public var resolution: PrintResolution? {
        usualResolution ?? resolutions.max { $0.across * $0.along < $1.across * $1.along }
    }

    /// The printer's reasons that could stop a job but do not stop it now; empty if it reports none.
    var hints: [String] { reasons.filter { PrinterObstacle(reason: $0, isStopped: true) != nil } }

    /// The format for this printer: dots, or else PDF, which CUPS converts to any other format.
    public var form: PrintForm {
        if takesBlackDots { return .raster }
        guard formats.contains(PrintDocument.Format.pwg.rawValue), PWGDocument.canPrint(on: self) else { return .pdf }
        // Printers rasterise PDF at their own resolution, but raster has no colours.
        return hasColours && formats.contains(PrintDocument.Format.pdf.rawValue) ? .pdf : .pwg
    }

    /// Why nothing can be printed now; nil if printing is possible.
    public var trouble: PrintError? { troubles.first }

    private var troubles: [PrintError] {
        if state == .stopped { return [.stopped(printer: name, words: words)] }
        if !isAcceptingJobs { return [.notAcceptingJobs(printer: name, words: words)] }
        if needsAuthentication { return [.authenticationNeeded(printer: name)] }
        return obstacles.map { PrintError($0, printer: name, words: words) }
    }

    /// The address to which the queue sends its jobs, if it is a network port of a printer.
    public var socket: (host: String, port: UInt16)? {
        guard case .socket(let host, let port) = PrinterAddress(parsing: String(device.prefix { $0 != "?" })) else {
            return nil
        }
        return (host, port)
    }

    /// Why labels cannot be sent as PDF or raster unless the configuration states the format; nil if they can, for
    /// example to an IPP printer without a driver.
    public var formTrouble: PrintError? {
        guard isRaw else { return nil }
        let speaksIPP = device.hasPrefix("ipp") || device.contains("._ipp")
        let takes = formats.isEmpty || formats.contains(PrintDocument.Format.pdf.rawValue) || form == .pwg
        return speaksIPP && takes ? nil : .formMissing(printer: name)
    }

    /// Checks that `wanted` can be printed now, in this form; throws the reason if not.
    ///
    /// Returns the PWG name by which the job must request the media. Kinds of trouble in `despite` are ignored.
    @discardableResult
    public func check(
        _ wanted: LabelMedia,
        as form: PrintForm? = nil,
        despite: OverriddenTroubles = []
    ) throws(PrintError) -> String {
        if let trouble = troubles.first(where: { !despite.overrides($0.kind) }) { throw trouble }
        // A job with `no-hold` would bypass the hold.
        if reasons.contains("hold-new-jobs") {
            throw .stopped(printer: name, words: Message("it holds new jobs; cupsenable --release lets them go"))
        }
        // The CUPS filters apply them to drawings, but not to raster.
        if form ?? self.form == .pdf, let option = stubbornDefaults.first {
            throw .queueDefault(printer: name, option: JobOptions.defaultName(option))
        }
        let known = MediaName.name(of: wanted, among: media)
        guard let asked = known ?? (despite.overrides("media-not-supported") ? MediaName.custom(wanted) : nil) else {
            throw .mediaNotSupported(printer: name, media: MediaName.custom(wanted))
        }
        // A tray of which only a keyword is known, such as `unknown` or a vendor's, may contain the requested media.
        let isKnown = mediaDoubt == nil && mediaReady.allSatisfy(MediaName.isSize)
        if isKnown, MediaName.name(of: wanted, among: mediaReady) == nil, !despite.overrides("wrong-media") {
            throw .wrongMedia(printer: name, wanted: MediaName.custom(wanted), loaded: mediaReady)
        }
        return asked
    }
}
