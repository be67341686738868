import Labels
import Synchronization

/// What whoever waits for a page is told while the printer has it.
final class PageWait: Sendable {
    /// How long somebody waits for what passes by itself.
    static let patience = Duration.seconds(60)

    private let start = ContinuousClock.now
    private let told = Mutex<String?>(nil)
    private let waiting: @Sendable (PrintError) -> Void

    init(_ waiting: @escaping @Sendable (PrintError) -> Void) { self.waiting = waiting }

    /// That others are at a printer.
    static func turn(at printer: String) -> PrintError {
        .busy(printer: printer, words: "labels are printed on it first")
    }

    /// Throws what needs somebody, or lasts too long: the printer has the page, and goes on by itself once it can.
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
