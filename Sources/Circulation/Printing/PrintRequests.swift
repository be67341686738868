public import Barcodes
public import Vocabulary

/// A request to print labels.
public struct NewPrinting: Sendable, Hashable {
    public enum Labels: Sendable, Hashable {
        /// One label for each of these registered entities.
        case of([Barcode])
        /// Labels for this number of new entities, whose barcodes are minted for the run.
        case new(Int, NewEntity)
    }

    /// The maximum number of labels in one run.
    public static let most = 5_000

    public let labels: Labels
    public let template: String
    public let printer: String
    /// The number of copies of each label.
    public let copies: Int
    /// The reason for printing existing labels again.
    public let reason: FreeText?
    /// Additional fields of every label, by name.
    public let fields: [String: String]
    /// Whether these are slips for places rather than labels.
    public let isForPlaces: Bool
    /// Kinds of printer trouble that do not prevent printing.
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

/// A clerk's decision about doubtful labels.
public enum DoubtDecision: String, Sendable, Hashable, CaseIterable {
    /// The labels were not printed: print them.
    case print
    /// The labels were printed: mark them as printed.
    case keep
}
