import Wire

/// What happens to a run of labels while it is at work.
enum PrintProgress: Sendable {
    /// A printer or its queue has taken labels.
    case accepted
    case printed
    /// Something keeps it from going on.
    case trouble(Problem)
    /// It waits for what passes by itself, or with the work at the printer.
    case waiting(Problem)
    /// What kept it from going on is over.
    case going
    /// It does nothing more by itself.
    case ended
}
