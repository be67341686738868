package import DaemonClient
package import Terminal
import Wire

extension ProgressBar {
    /// Sends a long request and shows the daemon's progress until it responds.
    ///
    /// - Throws: What `request` throws, and `DaemonClientError` if the command does not list the request for progress.
    package static func following<Answer: Sendable>(
        _ daemon: DaemonClient,
        _ output: Output,
        _ request: (_ name: String?) async throws -> Answer
    ) async throws -> Answer {
        // Later errors of the queries for progress are ignored: those of the request itself say what is wrong.
        try daemon.check(API.Progress.show.outline)
        guard let bar = ProgressBar(output) else { return try await request(nil) }
        let name = IdempotencyKey.random().text
        let watch = Task {
            while (try? await Task.sleep(for: .milliseconds(250))) != nil {
                if let work = try? await daemon.progress(named: name), !Task.isCancelled { bar.show(work) }
            }
        }
        defer {
            watch.cancel()
            bar.clear()
        }
        return try await request(name)
    }
}
