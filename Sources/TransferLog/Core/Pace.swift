/// The urgency of the current task's reads of the log.
///
/// A task-local value, so that the layers between the caller and the log need not pass it on.
public enum Pace: Sendable, Hashable {
    /// A person at a station is waiting.
    case prompt
    /// The work may take long, and must not delay prompt work.
    case long

    @TaskLocal public static var current = Pace.prompt
}
