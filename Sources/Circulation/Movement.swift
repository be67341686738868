public import Vocabulary

/// The result of moving one item or container.
public struct Movement: Sendable, Hashable {
    /// A past placement that was recorded afterwards.
    public struct Past: Sendable, Hashable {
        public let placement: NamedPlacement
        public let occurredAt: Timestamp
    }

    public let entity: Entity
    /// The current placement.
    public let placement: NamedPlacement
    /// The entry that moved it; nil if it was there already.
    public let entry: Entry?
    /// The past placement; nil for a move that takes place now.
    public let past: Past?

    public init(entity: Entity, placement: NamedPlacement, entry: Entry?, past: Past? = nil) {
        self.entity = entity
        self.placement = placement
        self.entry = entry
        self.past = past
    }

    /// The location, container or custodian; nil if it is in transit or disposed of.
    public var place: Entity? { placement.place }
}
