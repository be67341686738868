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
