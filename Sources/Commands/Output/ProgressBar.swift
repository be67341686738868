import DaemonClient
import Glibc
import Wire

/// A progress line on standard error, for a user at a terminal.
@MainActor final class ProgressBar {
    private var line = ProgressLine()
    private let start = ContinuousClock.now
    private var isShown = false

    /// Returns nil if it would not be visible: for programs, with `--quiet`, in pipes, and on terminals that cannot
    /// move the cursor back.
    init?(_ output: Output) {
        guard output.format == .people, ByteSink.standardError.isTerminal,
            GlobalOptions.environment("TERM") ?? "dumb" != "dumb"
        else { return nil }
    }

    func show(_ work: ProgressResource) {
        let text = line.text(for: work, after: ContinuousClock.now - start)
        write("\r" + String(text.prefix(Self.columns - 1)) + Self.eraseToEnd)
        isShown = true
    }

    /// Shows the progress of a stage that this program performs itself.
    func show(_ stage: String, done: Int64, of total: Int64?) {
        show(ProgressResource(stage: stage, done: done, total: total))
    }

    /// Erases the line, before anything else is written.
    func clear() {
        if isShown { write("\r" + Self.eraseToEnd) }
        isShown = false
    }

    /// The sequence for erase in line (ECMA-48).
    private static let eraseToEnd = "\u{1B}[K"

    private static var columns: Int {
        var size = winsize()
        guard ioctl(STDERR_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 20 else { return 80 }
        return Int(size.ws_col)
    }

    private func write(_ text: String) {
        // Work continues if standard error is closed.
        try? ByteSink.standardError.write(Array(text.utf8))
    }

    /// Sends a long request and shows the daemon's progress until it responds.
    static func following<Answer: Sendable>(
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
