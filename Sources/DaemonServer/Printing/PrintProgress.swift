import Wire

/// What happens to a run of labels while it is at work.
enum PrintProgress: Sendable {
    /// A printer or its queue has taken labels.
    case accepted
    case printed
    /// Something keeps it from going on.
    case trouble(Problem)
    /// What kept it from going on is over.
    case going
    /// It does nothing more by itself.
    case ended
}
