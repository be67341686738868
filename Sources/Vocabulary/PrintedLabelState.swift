/// The state of one label of a run.
public enum PrintedLabelState: String, Sendable, Hashable, CaseIterable {
    /// The label was not sent to a printer yet.
    case waiting
    /// The label is in a job that was sent to the printer, and the outcome is not known yet.
    case sent
    /// The printer reported the label as finished, or a clerk confirmed it.
    case printed
    /// The label may or may not have been printed.
    ///
    /// A clerk decides.
    case doubtful
    /// The label is cancelled.
    case cancelled
}
