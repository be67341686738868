/// Where an entity is, and since when.
public struct Whereabouts: Sendable, Hashable {
    public let entity: Entity
    public let placement: Placement
    /// The location, container or custodian; nil for placements without one.
    public let place: Entity?
    /// Names from the outermost place to the innermost, which is `place`.
    public let path: [String]
    public let home: Entity?
    /// When it came to its current place.
    public let since: Timestamp
    public let seen: Sighting
    /// The entry that placed it, or a container that holds it, there.
    public let entry: EntryNumber
    /// When the entity itself was last scanned, named or counted.
    public let lastSeen: Timestamp
    /// The due date; nil if it is not charged out or has no due date.
    public let due: Timestamp?

    public init(
        entity: Entity,
        placement: Placement,
        place: Entity?,
        path: [String],
        home: Entity?,
        since: Timestamp,
        seen: Sighting,
        entry: EntryNumber,
        lastSeen: Timestamp,
        due: Timestamp?
    ) {
        self.entity = entity
        self.placement = placement
        self.place = place
        self.path = path
        self.home = home
        self.since = since
        self.seen = seen
        self.entry = entry
        self.lastSeen = lastSeen
        self.due = due
    }
}
