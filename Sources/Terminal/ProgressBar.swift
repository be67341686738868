import Glibc
package import Wire

/// A progress line on standard error, for a user at a terminal.
@MainActor package final class ProgressBar {
    private var line = ProgressLine()
    private let start = ContinuousClock.now
    private var isShown = false

    /// Returns nil if it would not be visible: for programs, with `--quiet`, in pipes, and on terminals that cannot
    /// move the cursor back.
    package init?(_ output: Output) {
        guard output.format == .people, ByteSink.standardError.isTerminal,
            Output.environment("TERM") ?? "dumb" != "dumb"
        else { return nil }
    }

    package func show(_ work: ProgressResource) {
        let text = line.text(for: work, after: ContinuousClock.now - start) { $0.message.shown }
        write("\r" + String(text.prefix(Self.columns - 1)) + Self.eraseToEnd)
        isShown = true
    }

    /// Shows the progress of a stage that this program performs itself.
    package func show(_ stage: String, done: Int64, of total: Int64?) {
        show(ProgressResource(stage: stage, done: done, total: total))
    }

    /// Erases the line, before anything else is written.
    package func clear() {
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
}
