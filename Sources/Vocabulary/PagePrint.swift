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

    public init(
        template: String,
        printer: String,
        job: Int,
        labels: Int,
        circumstances: PrintCircumstances = .plain
    ) {
        self.template = template
        self.printer = printer
        self.job = job
        self.labels = labels
        self.circumstances = circumstances
    }
}
