/// What is known of what came out of a printer, once a job is over.
///
/// That a printer or a server took a job says nothing: only the printer itself knows what came out.
public enum PrintOutcome: Sendable, Equatable {
    /// The printer says that it finished all of it.
    case printed
    /// It surely never began.
    case nothing
    /// It may have come out or not, and why nobody knows: a person has to look.
    case doubtful(PrintError)
}

/// What the printer itself says of a job.
public enum PrinterWord: Sendable, Hashable {
    /// All of it is finished.
    case printed
    case underway
    /// It ended otherwise, in words.
    case failed(String)
    /// It does not answer, which may pass.
    case unreachable(String)
    /// It cannot be asked, or does not know the job, in words.
    case unknown(String)
}
