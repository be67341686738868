/// One label of a run.
public struct BatchLabel: Sendable, Hashable {
    /// Its place in the run; the first is 1.
    public let position: Int
    public let record: RecordID
    public let state: PrintedLabelState
    /// The number that CUPS gave the job that has it; 0 on a printer that is addressed without CUPS.
    public let job: Int?

    public init(position: Int, record: RecordID, state: PrintedLabelState, job: Int?) {
        self.position = position
        self.record = record
        self.state = state
        self.job = job
    }
}
