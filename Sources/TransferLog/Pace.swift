/// How long what the current task reads of a log may take.
///
/// It is a task-local value, so that what lies between the requester and the log need not know of it.
public enum Pace: Sendable, Hashable {
    /// Somebody stands at a station and waits.
    case prompt
    /// It may take long, and must keep nothing prompt waiting.
    case long

    @TaskLocal public static var current = Pace.prompt
}
