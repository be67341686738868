import Synchronization

/// The writer's cached state between transactions, which need not be read again each time.
final class WriterMemory: Sendable {
    private let state = Mutex<LogTip?>(nil)

    /// The end of the log after the last transaction; nil when it must be read.
    var tip: LogTip? { state.withLock { $0 } }

    func keep(_ tip: LogTip?) { state.withLock { $0 = tip } }

    /// Clears the cache after a rollback, so that the state is read again.
    func forget() { keep(nil) }
}
