import Printers
import Synchronization

/// Reports delays of a page to its client while the printer has the job.
final class PageWait: Sendable {
    /// How long a client waits for trouble that passes by itself.
    static let patience = Duration.seconds(60)

    private let start = ContinuousClock.now
    private let told = Mutex<String?>(nil)
    private let waiting: @Sendable (PrintError) -> Void

    init(_ waiting: @escaping @Sendable (PrintError) -> Void) { self.waiting = waiting }

    /// The delay while other jobs occupy a printer.
    static func turn(at printer: String) -> PrintError {
        .busy(printer: printer, words: "labels are printed on it first")
    }

    /// Throws a delay that needs intervention or lasts too long; the printer keeps the page and continues when it
    /// can.
    func report(_ delay: PrintError?) throws(PrintError) {
        let isNews = told.withLock { told in
            defer { told = delay?.kind }
            return told != delay?.kind
        }
        guard let delay else { return }
        if !delay.isPassing || start.duration(to: .now) > Self.patience { throw delay }
        if isNews { waiting(delay) }
    }
}
