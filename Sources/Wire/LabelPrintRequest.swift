/// A request to print labels of registered or new records.
public struct LabelPrintRequest: WireValue {
    /// Barcodes of registered records, one label each.
    public let barcodes: [String]?
    /// New records, whose barcodes are minted for the run; instead of `barcodes`.
    public let new: NewLabelsRequest?
    /// The printer's name in the configuration or in CUPS; if absent, that of the station or the template, or the
    /// default one.
    public let printer: String?
    /// The station where the labels are needed, which selects the printer if none is named.
    public let station: String?
    /// The name of the template; the default one if absent.
    public let template: String?
    /// The number of copies of each label; one if absent.
    public let copies: Int?
    /// The reason for printing labels again that were printed before.
    public let reason: String?
    /// When to respond: `printed` (the default), `accepted` when the print server or the printer has accepted labels,
    /// or `begun` when the run is committed.
    public let until: String?
    /// The first cell of the sheet to use, from 1; if absent, the first one after those already printed.
    public let startCell: Int?
    /// Whether a new sheet is in the printer; false if absent.
    public let newSheet: Bool?
    /// Whether to print slips for the places of charged-out items and containers.
    ///
    /// They use the configured template (`outGuideSlip`) unless `template` names one; false if absent.
    public let slip: Bool?
    /// Additional fields of every label, such as `year`, which override those of the records.
    public let fields: [String: String]?
    /// Kinds of trouble that the printer reports wrongly and that do not prevent printing: `out-of-labels`,
    /// `wrong-media`, `cover-open`, `media-jam`, `ribbon-empty`, `printer-offline`, `printer-not-ready` or
    /// `media-not-supported`.
    ///
    /// They are recorded in the log.
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
