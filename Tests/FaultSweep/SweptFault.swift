import FaultyFileLayer

/// A kind of operation that can be made to fail.
enum SweptOperation: String, CaseIterable, CustomStringConvertible {
    case open
    case read
    case write
    case sync
    case truncate
    case share
    case allocate

    var description: String { rawValue }

    var code: log_operation {
        switch self {
        case .open: LOG_OPEN
        case .read: LOG_READ
        case .write: LOG_WRITE
        case .sync: LOG_SYNC
        case .truncate: LOG_TRUNCATE
        case .share: LOG_SHARE
        case .allocate: LOG_ALLOCATE
        }
    }
}

/// Operations of one kind that fail: `count` of them after the first `first`.
struct SweptFault {
    let operation: SweptOperation
    let first: Int64
    let count: Int64
}
