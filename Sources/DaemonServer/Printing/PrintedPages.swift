import Labels

/// Pages that are no labels of things, and how they were printed.
struct PrintedPages: Sendable {
    let job: PrintedJob
    /// Why it was not known that the right media lay in the printer; nil when it was.
    let mediaDoubt: MediaDoubt?
}
