/// IPP `job-state` (RFC 8011, section 5.3.7).
public enum PrintJobState: Sendable, Hashable, CustomStringConvertible {
    case pending
    case held
    case processing
    /// The job waits in a stopped queue and prints when the queue is started.
    case stopped
    case canceled
    case aborted
    /// The printer accepted the whole job.
    ///
    /// Only a scan shows whether a label was printed.
    case completed
    /// The server no longer knows the job.
    case forgotten
    /// A value that the standard does not define.
    case other(Int)

    init(ipp value: Int) {
        switch value {
        case 3: self = .pending
        case 4: self = .held
        case 5: self = .processing
        case 6: self = .stopped
        case 7: self = .canceled
        case 8: self = .aborted
        case 9: self = .completed
        default: self = .other(value)
        }
    }

    public var description: String {
        switch self {
        case .pending: "pending"
        case .held: "held"
        case .processing: "processing"
        case .stopped: "stopped"
        case .canceled: "canceled"
        case .aborted: "aborted"
        case .completed: "completed"
        case .forgotten: "forgotten"
        case .other(let value): "state \(value)"
        }
    }
}
