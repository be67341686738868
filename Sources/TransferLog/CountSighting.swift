public import Records

/// That a thing was seen in a count, where it should be.
public struct CountSighting: Sendable, Hashable {
    /// The entry that tells of the count.
    public let entry: EntryNumber
    public let seenAt: Timestamp
}
