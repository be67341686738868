/// The outcome of a job that has ended.
///
/// Acceptance by a printer or a server does not prove anything: only the printer itself knows what was printed.
public enum PrintOutcome: Sendable, Equatable {
    /// The printer reports that it finished the whole job.
    case printed
    /// The job certainly did not begin to print.
    case nothing
    /// The job may or may not have been printed, for this reason.
    ///
    /// A person must check.
    case doubtful(PrintError)
}

/// The printer's own report about a job.
public enum PrinterWord: Sendable, Hashable {
    /// The whole job is finished.
    case printed
    case underway
    /// The job ended in another way, described in words.
    case failed(String)
    /// The printer does not answer; this may be temporary.
    case unreachable(String)
    /// The printer cannot be queried or does not know the job, described in words.
    case unknown(String)
}
