/// A printer with its status.
public struct PrinterResource: WireValue {
    public let name: String
    /// `queue`, `queue/instance` or `socket://host:port`.
    public let address: String
    /// `idle`, `processing`, `stopped`, or `unknown` for a printer that was not queried.
    public let state: String
    public let isAcceptingJobs: Bool
    /// The printer's own message about its state; null if there is none.
    public let message: String?
    /// IPP `printer-state-reasons`, such as `media-empty-error`.
    public let reasons: [String]
    /// What prevents printing; null if nothing does, and in a list, for which printers are not queried.
    public let trouble: PrintTroubleResource?
    /// The format that it receives: `pdf`, `pwg`, `raster` or `zpl`; null in a list if the configuration does not state
    /// it.
    public let form: String?
    /// The resolutions in dots per inch, such as `203` or `203x406`; empty if the printer does not report them.
    public let resolutions: [String]
    /// PWG names of the supported media; empty if the printer does not report them.
    public let media: [String]
    /// PWG names of the loaded media; empty if the printer does not report them, and in a list.
    public let mediaReady: [String]
    /// Why the loaded media are unknown; null if they are known, and in a list.
    public let mediaDoubt: String?
    /// The stations that use it by default.
    public let stations: [String]
    /// The templates that are printed on it by default.
    public let templates: [String]
    /// The measured adjustment; null if it was never measured.
    public let calibration: CalibrationResource?

    public init(
        name: String,
        address: String,
        state: String,
        isAcceptingJobs: Bool,
        message: String?,
        reasons: [String],
        trouble: PrintTroubleResource?,
        form: String?,
        resolutions: [String],
        media: [String],
        mediaReady: [String],
        mediaDoubt: String?,
        stations: [String],
        templates: [String],
        calibration: CalibrationResource?
    ) {
        self.name = name
        self.address = address
        self.state = state
        self.isAcceptingJobs = isAcceptingJobs
        self.message = message
        self.reasons = reasons
        self.trouble = trouble
        self.form = form
        self.resolutions = resolutions
        self.media = media
        self.mediaReady = mediaReady
        self.mediaDoubt = mediaDoubt
        self.stations = stations
        self.templates = templates
        self.calibration = calibration
    }
}
