/// A printer.
public struct PrinterResource: Sendable, Hashable, Codable {
    public let name: String
    /// `queue`, `queue/instance` or `socket://host:port`.
    public let address: String
    /// `idle`, `processing`, `stopped`, or `unknown` for one that was not asked.
    public let state: String
    public let isAcceptingJobs: Bool
    /// Its own words about its state; null when it says nothing.
    public let message: String?
    /// IPP `printer-state-reasons`, such as `media-empty-error`.
    public let reasons: [String]
    /// What keeps it from printing; null when nothing does, or in a list, for which printers are not asked themselves.
    public let trouble: PrintTroubleResource?
    /// What it gets: `pdf`, `pwg`, `raster` or `zpl`; null in a list when the configuration does not say.
    public let form: String?
    /// Dots per inch, such as `203` or `203x406`; empty when it does not say.
    public let resolutions: [String]
    /// PWG names of the media it takes; empty when it does not say.
    public let media: [String]
    /// PWG names of the media that lie in it; empty when it does not say, or in a list.
    public let mediaReady: [String]
    /// Why it is not known what lies in it; null when it is, or in a list.
    public let mediaDoubt: String?
    /// Stations that use it when none is named.
    public let stations: [String]
    /// Templates that are printed on it when none is named.
    public let templates: [String]
    /// How it was measured; null when nobody did.
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

    private enum CodingKeys: String, CodingKey {
        case name
        case address
        case state
        case isAcceptingJobs
        case message
        case reasons
        case trouble
        case form
        case resolutions
        case media
        case mediaReady
        case mediaDoubt
        case stations
        case templates
        case calibration
    }

    /// Writes every member, absent ones as null: what is documented is always there.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(name, forKey: .name)
        try container.encode(address, forKey: .address)
        try container.encode(state, forKey: .state)
        try container.encode(isAcceptingJobs, forKey: .isAcceptingJobs)
        try container.encode(message, forKey: .message)
        try container.encode(reasons, forKey: .reasons)
        try container.encode(trouble, forKey: .trouble)
        try container.encode(form, forKey: .form)
        try container.encode(resolutions, forKey: .resolutions)
        try container.encode(media, forKey: .media)
        try container.encode(mediaReady, forKey: .mediaReady)
        try container.encode(mediaDoubt, forKey: .mediaDoubt)
        try container.encode(stations, forKey: .stations)
        try container.encode(templates, forKey: .templates)
        try container.encode(calibration, forKey: .calibration)
    }
}
