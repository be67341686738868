/// Labels to print, of registered things or of new ones.
public struct LabelPrintRequest: Sendable, Hashable, Codable {
    /// Registered things, one label each.
    public let barcodes: [String]?
    /// New things, whose numbers are minted for it; instead of `barcodes`.
    public let new: NewLabelsRequest?
    /// As the configuration or CUPS names it; that of the station or the template, or the usual one when absent.
    public let printer: String?
    /// Where the labels are needed, which decides about the printer when none is named.
    public let station: String?
    /// Name of the template; the usual one when absent.
    public let template: String?
    /// Of each label; one when absent.
    public let copies: Int?
    /// Why labels that were printed before are printed again.
    public let reason: String?
    /// When to answer: `printed` (when absent), `accepted` once the print server or the printer has taken labels, or
    /// `begun` as soon as the run is kept.
    public let until: String?
    /// The first cell of the sheet to use, counted from 1; behind what was printed on it when absent.
    public let startCell: Int?
    /// Whether a fresh sheet is in the printer; false when absent.
    public let newSheet: Bool?
    /// Whether to print the slips for the places of things that are charged out, with the template of the configuration
    /// (`outGuideSlip`) unless `template` names one; false when absent.
    public let slip: Bool?
    /// Further fields of every label, such as `year`, over those of the things.
    public let fields: [String: String]?
    /// Kinds of trouble that the printer reports wrongly and that are not to keep it from printing: `out-of-labels`,
    /// `wrong-media`, `cover-open`, `media-jam`, `ribbon-empty`, `printer-offline`, `printer-not-ready` or
    /// `media-not-supported`; the log keeps them.
    public let despite: [String]?

    public init(
        barcodes: [String]? = nil,
        new: NewLabelsRequest? = nil,
        printer: String? = nil,
        station: String? = nil,
        template: String? = nil,
        copies: Int? = nil,
        reason: String? = nil,
        until: String? = nil,
        startCell: Int? = nil,
        newSheet: Bool? = nil,
        slip: Bool? = nil,
        fields: [String: String]? = nil,
        despite: [String]? = nil
    ) {
        self.barcodes = barcodes
        self.new = new
        self.printer = printer
        self.station = station
        self.template = template
        self.copies = copies
        self.reason = reason
        self.until = until
        self.startCell = startCell
        self.newSheet = newSheet
        self.slip = slip
        self.fields = fields
        self.despite = despite
    }
}
