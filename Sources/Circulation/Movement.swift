public import Records

/// What became of one thing that was to be moved.
public struct Movement: Sendable, Hashable {
    /// Where a thing was put, as somebody stated it afterwards.
    public struct Past: Sendable, Hashable {
        public let placement: NamedPlacement
        public let occurredAt: Timestamp
    }

    public let record: Record
    /// Where it is now.
    public let placement: NamedPlacement
    /// The entry that moved it; nil when it was there already.
    public let entry: Entry?
    /// Where it was put then; nil for a move that happens now.
    public let past: Past?

    public init(record: Record, placement: NamedPlacement, entry: Entry?, past: Past? = nil) {
        self.record = record
        self.placement = placement
        self.entry = entry
        self.past = past
    }

    /// The place, container or person; nil when it is in transit or disposed of.
    public var place: Record? { placement.place }
}
