/// That somebody compared what is in a place with what should be.
public struct ContentsCount: Sendable, Hashable {
    /// The most things that one entry can name.
    public static let mostThings = 4_000

    /// The place, or the container.
    public let subject: RecordID
    /// Things that were where they should be, in ascending order; they were seen themselves.
    public let present: [RecordID]
    /// How many were not there.
    public let missing: Int
    /// How many were there and should not.
    public let extra: Int

    public init(subject: RecordID, present: [RecordID], missing: Int, extra: Int) {
        self.subject = subject
        self.present = present
        self.missing = missing
        self.extra = extra
    }
}
