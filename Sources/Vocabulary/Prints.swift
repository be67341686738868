/// Labels that a printer reported as finished.
public struct LabelPrint: Sendable, Hashable {
    public let subject: EntityID
    public let template: String
    public let printer: String
    /// The number that CUPS gave the job; 0 on a printer that is addressed without CUPS.
    public let job: Int
    public let copies: Int
    /// The print run; nil in entries of versions without print runs.
    public let batch: PrintBatchNumber?
    /// The reason for printing an existing label again.
    public let reason: String?
    public let circumstances: PrintCircumstances

    public init(
        subject: EntityID,
        template: String,
        printer: String,
        job: Int,
        copies: Int,
        batch: PrintBatchNumber? = nil,
        reason: String? = nil,
        circumstances: PrintCircumstances = .plain
    ) {
        self.subject = subject
        self.template = template
        self.printer = printer
        self.job = job
        self.copies = copies
        self.batch = batch
        self.reason = reason
        self.circumstances = circumstances
    }
}

/// A finished print other than a label of an entity: a test page, ruler, control sheet or checkpoint.
public struct PagePrint: Sendable, Hashable {
    public let template: String
    public let printer: String
    /// The number that CUPS gave the job; 0 on a printer that is addressed without CUPS.
    public let job: Int
    /// The number of labels that it used.
    ///
    /// A sheet counts in full, unless the next job continues on it.
    public let labels: Int
    public let circumstances: PrintCircumstances

    public init(template: String, printer: String, job: Int, labels: Int, circumstances: PrintCircumstances = .plain) {
        self.template = template
        self.printer = printer
        self.job = job
        self.labels = labels
        self.circumstances = circumstances
    }
}

/// Overridden trouble and unknown media at the time of a print.
public struct PrintCircumstances: Sendable, Hashable {
    /// The kinds of trouble that the printer reported and a user overrode, such as `out-of-labels`.
    public let despite: [String]
    /// By kind, the principals who overrode trouble, if other than the author of the entry.
    public let overriders: [String: Principal]
    /// Why the loaded media were unknown, as a stable word such as `no-answer`; nil if they were known.
    public let mediaDoubt: String?

    /// Nothing was overridden, and the media were known.
    public static let plain = PrintCircumstances()

    public init(despite: [String] = [], overriders: [String: Principal] = [:], mediaDoubt: String? = nil) {
        self.despite = despite
        self.overriders = overriders
        self.mediaDoubt = mediaDoubt
    }

    /// Creates the circumstances of a run, for an entry by `author`.
    public init(_ batch: PrintBatch, author: Principal) {
        let others = batch.overrides.filter { $0.principal != author }
        self.init(
            despite: batch.overrides.map(\.kind),
            overriders: Dictionary(others.map { ($0.kind, $0.principal) }) { first, _ in first },
            mediaDoubt: batch.mediaDoubt
        )
    }
}

/// The first scan of a printed label, which shows that it is applied to its entity.
public struct LabelApplication: Sendable, Hashable {
    public let subject: EntityID
    /// The entry that recorded the printing of the label.
    public let print: EntryNumber

    public init(subject: EntityID, print: EntryNumber) {
        self.subject = subject
        self.print = print
    }
}

/// A label that was printed and not scanned since.
public struct PendingLabel: Sendable, Hashable {
    public let entity: EntityID
    /// The entry that recorded the printing.
    public let print: EntryNumber
    public let printedAt: Timestamp

    public init(entity: EntityID, print: EntryNumber, printedAt: Timestamp) {
        self.entity = entity
        self.print = print
        self.printedAt = printedAt
    }
}

/// The measured correction for a printer that prints at an offset or scale.
public struct PrinterAdjustment: Sendable, Hashable {
    /// The offset to add before printing, in millimetres, to the right and down.
    public let offsetX: Double
    public let offsetY: Double
    /// The factor by which to scale before printing; 1 for no change.
    public let scaleX: Double
    public let scaleY: Double
    public let measuredAt: Timestamp

    public init(offsetX: Double, offsetY: Double, scaleX: Double, scaleY: Double, measuredAt: Timestamp) {
        self.offsetX = offsetX
        self.offsetY = offsetY
        self.scaleX = scaleX
        self.scaleY = scaleY
        self.measuredAt = measuredAt
    }
}
