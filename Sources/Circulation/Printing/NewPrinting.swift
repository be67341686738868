public import Barcodes
public import Records

/// Labels that somebody wants printed.
public struct NewPrinting: Sendable, Hashable {
    public enum Labels: Sendable, Hashable {
        /// Of things that are registered, one each.
        case of([Barcode])
        /// Of so many new things, whose numbers are minted for it.
        case new(Int, NewRecord)
    }

    /// The most labels of one run.
    public static let most = 5_000

    public let labels: Labels
    public let template: String
    public let printer: String
    /// Of each label.
    public let copies: Int
    /// Why labels that there are already are printed again.
    public let reason: FreeText?
    /// Further fields of every label, by their names.
    public let fields: [String: String]
    /// Whether they are slips for the places of things, and not labels that the things bear.
    public let isForPlaces: Bool
    /// Kinds of trouble that the printer reports and that are not to keep it from printing.
    public let despite: [String]

    public init(
        labels: Labels,
        template: String,
        printer: String,
        copies: Int = 1,
        reason: FreeText? = nil,
        fields: [String: String] = [:],
        isForPlaces: Bool = false,
        despite: [String] = []
    ) {
        self.labels = labels
        self.template = template
        self.printer = printer
        self.copies = copies
        self.reason = reason
        self.fields = fields
        self.isForPlaces = isForPlaces
        self.despite = despite
    }
}
