import Dispatch
import Glibc

/// Does something before a signal ends the process.
final class EndOfProcess {
    private let sources: [any DispatchSourceSignal]

    /// Does `work` when the process is told to end, and then ends it as the signal would have.
    init(work: @escaping @Sendable () async -> Void) {
        sources = [SIGINT, SIGTERM, SIGHUP].map { number in
            signal(number, SIG_IGN)
            let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
            source.setEventHandler {
                // A second one ends it at once.
                signal(number, SIG_DFL)
                Task {
                    await work()
                    // To the process, because the threads of the pool block signals.
                    kill(getpid(), number)
                }
            }
            source.activate()
            return source
        }
    }

    deinit { for source in sources { source.cancel() } }
}
