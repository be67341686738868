import Glibc
import UnixSignals

/// Does something before a signal ends the process.
final class EndOfProcess: Sendable {
    private let watch: Task<Void, Never>

    /// Does `work` when the process is told to end, and then ends it with the status of that signal.
    ///
    /// A second signal ends it at once.
    init(work: @escaping @Sendable () async -> Void) async {
        let signals = await UnixSignalsSequence(trapping: .sigint, .sigterm, .sighup)
        watch = Task {
            var isEnding = false
            for await signal in signals {
                let status = 128 + signal.rawValue
                if isEnding { _exit(status) }
                isEnding = true
                Task {
                    await work()
                    _exit(status)
                }
            }
        }
    }

    deinit { watch.cancel() }
}
