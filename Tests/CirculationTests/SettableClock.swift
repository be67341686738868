import Synchronization
import TransferLog
import Vocabulary

/// A clock that stands where it is set.
final class SettableClock: Sendable {
    private let now: Mutex<Timestamp>

    init(_ text: String) { now = Mutex(Timestamp(rfc3339: text) ?? Timestamp(clamping: 0)) }

    var clock: UTCClock { UTCClock { self.now.withLock { $0 } } }

    func set(_ text: String) { now.withLock { $0 = Timestamp(rfc3339: text) ?? $0 } }

    func advance(bySeconds seconds: Int) { now.withLock { $0 = $0.advanced(bySeconds: seconds) } }
}
