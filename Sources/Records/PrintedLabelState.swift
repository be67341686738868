/// What is known of one label of a run.
public enum PrintedLabelState: String, Sendable, Hashable, CaseIterable {
    /// No printer has it.
    case waiting
    /// A job that may print it is with the printer; how it ends is not known yet.
    case sent
    /// The printer said that it finished it, or a clerk who looked did.
    case printed
    /// It may have come out or not; a clerk looks and decides.
    case doubtful
    /// Nobody wants it any more.
    case cancelled
}
