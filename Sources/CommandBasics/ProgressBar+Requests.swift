package import DaemonClient
package import Terminal

extension ProgressBar {
    /// Sends a long request and shows the daemon's progress until it responds.
    ///
    /// - Throws: What `request` throws.
    package static func following<Answer: Sendable>(
        _ daemon: DaemonClient,
        _ output: Output,
        _ request: (_ name: String?) async throws -> Answer
    ) async throws -> Answer {
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
