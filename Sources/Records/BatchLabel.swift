/// One label of a run.
public struct BatchLabel: Sendable, Hashable {
    /// Its place in the run; the first is 1.
    public let position: Int
    public let record: RecordID
    public let state: PrintedLabelState
    /// The number that CUPS gave the job that has it; 0 on a printer that is addressed without CUPS.
    public let job: Int?
    /// What its job is called, by which printers know it too; nil for one that an earlier version sent.
    public let jobName: String?

    public init(position: Int, record: RecordID, state: PrintedLabelState, job: Int?, jobName: String? = nil) {
        self.position = position
        self.record = record
        self.state = state
        self.job = job
        self.jobName = jobName
    }
}
