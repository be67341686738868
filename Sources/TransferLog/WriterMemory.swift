import Synchronization

/// What the writer remembers between changes, so that it need not read it back each time.
final class WriterMemory: Sendable {
    private let state = Mutex<LogTip?>(nil)

    /// The end of the log as the last change left it; nil when it must be read.
    var tip: LogTip? { state.withLock { $0 } }

    func keep(_ tip: LogTip?) { state.withLock { $0 = tip } }

    /// What changes left was undone: the log tells anew.
    func forget() { keep(nil) }
}
