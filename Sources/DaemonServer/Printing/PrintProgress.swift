import Wire

/// A progress event of a running print batch.
enum PrintProgress: Sendable {
    /// A printer or its queue has accepted labels.
    case accepted
    case printed
    /// The batch is stopped by a problem.
    case trouble(Problem)
    /// It waits for a temporary obstacle, which passes by itself or with work at the printer.
    case waiting(Problem)
    /// The obstacle is gone.
    case going
    /// The batch has stopped, and does not continue by itself.
    case ended
}
