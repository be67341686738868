/// The thing that the next pages without a cover sheet may belong to.
public struct OpenCase: Sendable, Hashable {
    public let subject: RecordID
    /// Whether a cover sheet without pages behind it opened it, and only such pages followed.
    public let isByCoverSheet: Bool
    /// When the newest file of it appeared in the folder, by the daemon's clock.
    public let since: Timestamp

    public init(subject: RecordID, isByCoverSheet: Bool, since: Timestamp) {
        self.subject = subject
        self.isByCoverSheet = isByCoverSheet
        self.since = since
    }
}
