/// One label of a print run.
public struct BatchLabel: Sendable, Hashable {
    /// The position in the run, from 1.
    public let position: Int
    public let entity: EntityID
    public let state: PrintedLabelState
    /// The number of the CUPS job that contains the label; 0 on a printer that is addressed without CUPS.
    public let job: Int?
    /// The name of the job, which the printer knows too; nil for jobs sent by earlier versions.
    public let jobName: String?

    public init(position: Int, entity: EntityID, state: PrintedLabelState, job: Int?, jobName: String? = nil) {
        self.position = position
        self.entity = entity
        self.state = state
        self.job = job
        self.jobName = jobName
    }
}
