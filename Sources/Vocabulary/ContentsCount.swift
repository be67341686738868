/// The result of counting the contents of a place.
public struct ContentsCount: Sendable, Hashable {
    /// The maximum number of items and containers that one entry can name.
    public static let mostThings = 4_000

    /// The location or container that was counted.
    public let subject: EntityID
    /// The expected items and containers that were seen, in ascending order.
    public let present: [EntityID]
    /// The number of expected items and containers that were missing.
    public let missing: Int
    /// The number of items and containers that were unexpected.
    public let extra: Int

    public init(subject: EntityID, present: [EntityID], missing: Int, extra: Int) {
        self.subject = subject
        self.present = present
        self.missing = missing
        self.extra = extra
    }
}
