import Printers

/// The print job of pages that are not labels of entities.
struct PrintedPages: Sendable {
    let job: PrintedJob
    /// Why it was uncertain that the right media was loaded; nil when it was certain.
    let mediaDoubt: MediaDoubt?
}
