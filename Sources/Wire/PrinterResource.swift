/// A printer that CUPS knows.
public struct PrinterResource: Sendable, Hashable, Codable {
    public let name: String
    /// `idle`, `processing` or `stopped`.
    public let state: String
    public let isAcceptingJobs: Bool

    public init(
        name: String,
        state: String,
        isAcceptingJobs: Bool
    ) {
        self.name = name
        self.state = state
        self.isAcceptingJobs = isAcceptingJobs
    }
}
