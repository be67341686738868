/// Labels that a printer said it finished.
public struct LabelPrint: Sendable, Hashable {
    public let subject: RecordID
    public let template: String
    public let printer: String
    /// The number that CUPS gave the job.
    public let job: Int
    public let copies: Int

    public init(subject: RecordID, template: String, printer: String, job: Int, copies: Int) {
        self.subject = subject
        self.template = template
        self.printer = printer
        self.job = job
        self.copies = copies
    }
}
