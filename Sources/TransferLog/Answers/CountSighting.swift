public import Vocabulary

/// A sighting of an item or container in its expected place during a count.
public struct CountSighting: Sendable, Hashable {
    /// The entry that records the count.
    public let entry: EntryNumber
    public let seenAt: Timestamp
}
