/// How far a long piece of work on the log is.
public struct WorkProgress: Sendable, Hashable {
    /// What is being done, in the order in which a verification does it.
    public enum Stage: String, Sendable, Hashable, CaseIterable {
        /// Receiving a backup, in bytes.
        case receiving
        /// Copying the database, in pages.
        case copying
        /// Checking the database file; SQLite does not report how far it is.
        case file
        /// Checking entries against their hashes.
        case entries
        /// Comparing derived tables with a replay, without a count.
        case tables
        /// Replaying entries into the derived tables.
        case replaying
    }

    public let stage: Stage
    public let done: Int64
    /// Nil when nobody knows how much there is.
    public let total: Int64?

    public init(_ stage: Stage, done: Int64 = 0, of total: Int64? = nil) {
        self.stage = stage
        self.done = done
        self.total = total
    }
}

/// Receives the progress of work that the current task does.
///
/// It is a task-local value, so that what lies between the requester and the work need not know of it.
public struct WorkMeter: Sendable {
    @TaskLocal public static var current: WorkMeter?

    /// Entries between two reports.
    static let step: Int64 = 512

    private let note: @Sendable (WorkProgress) -> Void

    /// - Parameter note: called on the thread that does the work; it must not block.
    public init(_ note: @escaping @Sendable (WorkProgress) -> Void) { self.note = note }

    public func report(_ progress: WorkProgress) { note(progress) }

    /// Reports one of many steps, and only every ``step`` of them.
    func report(_ stage: WorkProgress.Stage, done: Int64, of total: Int64?) {
        if done % Self.step == 0 { note(WorkProgress(stage, done: done, of: total)) }
    }
}
