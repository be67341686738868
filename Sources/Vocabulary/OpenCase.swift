/// The item or container to which further pages without a cover sheet may belong.
public struct OpenCase: Sendable, Hashable {
    public let subject: EntityID
    /// Whether a cover sheet without pages after it opened the case, and only files without a cover sheet followed.
    public let isByCoverSheet: Bool
    /// When its newest file appeared in the folder, by the daemon's clock.
    public let since: Timestamp

    public init(subject: EntityID, isByCoverSheet: Bool, since: Timestamp) {
        self.subject = subject
        self.isByCoverSheet = isByCoverSheet
        self.since = since
    }
}
