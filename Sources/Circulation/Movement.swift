public import Records

/// What became of one thing that was to be moved.
public struct Movement: Sendable, Hashable {
    public let record: Record
    /// Where it is now.
    public let placement: Placement
    /// The place, container or person; nil when it is in transit or disposed of.
    public let place: Record?
    /// The entry that moved it; nil when it was there already.
    public let entry: Entry?
}
