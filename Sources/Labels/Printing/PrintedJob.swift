/// A print job and how it stood when it was last asked about.
public struct PrintedJob: Sendable, Hashable {
    /// The server's number for it.
    public let identifier: Int
    public let printer: String
    public let state: PrintJobState
    /// IPP `job-state-reasons`, such as `job-completed-successfully`; without `none`.
    public let reasons: [String]
    /// The printer's own words, often empty.
    public let message: String
}
