/// The progress of long work on the log.
public struct WorkProgress: Sendable, Hashable {
    /// The stages, in the order of a verification.
    public enum Stage: String, Sendable, Hashable, CaseIterable {
        /// Receiving a backup, in bytes.
        case receiving
        /// Copying the database, in pages.
        case copying
        /// Checking the database file; SQLite does not report its progress.
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
    /// Nil when the total is unknown.
    public let total: Int64?

    public init(_ stage: Stage, done: Int64 = 0, of total: Int64? = nil) {
        self.stage = stage
        self.done = done
        self.total = total
    }
}

/// Receives the progress of the current task's work.
///
/// A task-local value, so that the layers between the caller and the work need not pass it on.
public struct WorkMeter: Sendable {
    @TaskLocal public static var current: WorkMeter?

    /// The number of entries between two reports.
    static let step: Int64 = 512

    private let note: @Sendable (WorkProgress) -> Void

    /// - Parameter note: called on the thread that does the work; it must not block.
    public init(_ note: @escaping @Sendable (WorkProgress) -> Void) { self.note = note }

    public func report(_ progress: WorkProgress) { note(progress) }

    /// Reports one of many steps; only every ``step``-th call is passed on.
    func report(_ stage: WorkProgress.Stage, done: Int64, of total: Int64?) {
        if done % Self.step == 0 { note(WorkProgress(stage, done: done, of: total)) }
    }
}
