/// Paper that a printer finished and that is no label of a thing: a test, a ruler, controls, a checkpoint.
public struct PagePrint: Sendable, Hashable {
    public let template: String
    public let printer: String
    /// The number that CUPS gave the job; 0 on a printer that is addressed without CUPS.
    public let job: Int
    /// How many labels of the media it took; of a sheet all that were on it, unless the next job goes on there.
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
