package import Labels
import Localization
package import Printers
import Synchronization
package import Vocabulary

/// Pages to print that are not a batch of labels.
package struct PageOrder: Sendable {
    let labels: [LabelContent]
    let template: LabelTemplate
    let copies: Int
    /// The printer; nil for the default.
    let printer: String?
    let isCalibrated: Bool
    /// Whether the begun sheet is continued, rather than a new one begun.
    let continuesSheet: Bool
    /// The entity that the pages are about.
    let entity: EntityID?
    /// Kinds of trouble that a clerk overrides; nil when nobody can.
    let overrides: [String]?
    let attribution: Attribution

    /// The number of labels, with copies.
    package var count: Int { labels.count * copies }

    package init(
        _ labels: [LabelContent],
        _ template: LabelTemplate,
        copies: Int = 1,
        on printer: String?,
        isCalibrated: Bool = true,
        continuesSheet: Bool = false,
        about entity: EntityID? = nil,
        despite overrides: [String]? = nil,
        by attribution: Attribution
    ) {
        self.labels = labels
        self.template = template
        self.copies = copies
        self.printer = printer
        self.isCalibrated = isCalibrated
        self.continuesSheet = continuesSheet
        self.entity = entity
        self.overrides = overrides
        self.attribution = attribution
    }
}

/// The print job of pages that are not labels of entities.
package struct PrintedPages: Sendable {
    package let job: PrintedJob
    /// Why it was uncertain that the right media was loaded; nil when it was certain.
    package let mediaDoubt: MediaDoubt?
}

/// Reports delays of a page to its client while the printer has the job.
final class PageWait: Sendable {
    /// How long a client waits for trouble that passes by itself.
    static let patience = Duration.seconds(60)

    private let start = ContinuousClock.now
    private let reported = Mutex<String?>(nil)
    private let waiting: @Sendable (PrintError) -> Void

    init(_ waiting: @escaping @Sendable (PrintError) -> Void) { self.waiting = waiting }

    /// The delay while other jobs occupy a printer.
    static func turn(at printer: String) -> PrintError {
        .busy(printer: printer, words: Message("labels are printed on it first"))
    }

    /// Throws a delay that needs intervention or lasts too long; the printer keeps the page and continues when it
    /// can.
    func report(_ delay: PrintError?) throws(PrintError) {
        let isNews = reported.withLock { reported in
            defer { reported = delay?.kind }
            return reported != delay?.kind
        }
        guard let delay else { return }
        if !delay.isPassing || start.duration(to: .now) > Self.patience { throw delay }
        if isNews { waiting(delay) }
    }
}
