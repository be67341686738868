internal import Glibc

/// How a child process ended.
enum ChildEnd: Sendable, Equatable {
    case exited(Int32)
    case killed(Int32)
    /// The status was collected elsewhere; the kernel discards it when the host ignores SIGCHLD.
    case unknown

    /// Interprets a status of waitpid(2).
    init(waitStatus status: Int32) {
        let signal = status & 0x7F
        self = signal == 0 ? .exited(status >> 8 & 0xFF) : .killed(signal)
    }

    /// The error for a child that ended this way without an answer.
    var error: ImageDecodingError {
        switch self {
        case .exited(127): .cannotStart("its libraries cannot be loaded")
        case .exited(let code): .brokenAnswer("it ended with exit code \(code) and no answer")
        case .killed(SIGXCPU): .timedOut
        case .killed(SIGKILL): .brokenAnswer("it was killed before it answered")
        case .killed(let signal): .crashed(signal: signal)
        case .unknown: .brokenAnswer("it ended without an answer")
        }
    }
}
