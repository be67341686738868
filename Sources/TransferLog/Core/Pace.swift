import Dispatch
import Glibc

/// The urgency of the current task's reads of the log.
///
/// A task-local value, so that the layers between the caller and the log need not pass it on.
public enum Pace: Sendable, Hashable {
    /// A person at a station is waiting.
    case prompt
    /// The work may take long, and must not delay prompt work.
    case long

    @TaskLocal public static var current = Pace.prompt

    /// The niceness of threads for long work.
    static let niceness: CInt = 10

    /// Lets the threads for prompt work go before the calling thread, until it ends (setpriority(2): a thread on Linux).
    ///
    /// Only for threads on which nothing but long work runs. Without success the thread merely keeps its priority.
    static func lowerThread() { _ = setpriority(CInt(bitPattern: PRIO_PROCESS.rawValue), 0, niceness) }
}

/// Runs tasks of long work on threads of their own, with a lower priority.
///
/// The priority of a Swift task does not suffice: the runtime raises it while an urgent task waits for the result, and
/// threads on Linux have the same niceness at every priority.
public final class LongWorkExecutor: TaskExecutor {
    public static let shared = LongWorkExecutor()

    // The threads of this quality of service run long work only; see also ReadConnections.
    private let queue = DispatchQueue(label: "outguide.long", qos: .utility, attributes: .concurrent)

    public func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job)
        queue.async { [self] in
            Pace.lowerThread()
            job.runSynchronously(on: asUnownedTaskExecutor())
        }
    }
}
