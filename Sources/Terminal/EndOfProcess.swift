import Glibc
import UnixSignals

/// Runs a cleanup before a signal ends the process.
package final class EndOfProcess: Sendable {
    private let watch: Task<Void, Never>

    /// Runs `work` when the process is asked to end, and then exits with the status for that signal.
    ///
    /// A second signal ends it immediately.
    package init(work: @escaping @Sendable () async -> Void) async {
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
