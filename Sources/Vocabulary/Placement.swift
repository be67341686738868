/// Where an item or container is.
public enum Placement: Sendable, Hashable {
    case location(EntityID)
    case container(EntityID)
    case custodian(EntityID)
    case inTransit
    case unknown
    case disposed

    /// The word for the placement in JSON and in the database.
    public var word: String {
        switch self {
        case .location: "location"
        case .container: "container"
        case .custodian: "custodian"
        case .inTransit: "inTransit"
        case .unknown: "unknown"
        case .disposed: "disposed"
        }
    }

    /// The location, container or custodian; nil for other placements.
    public var place: EntityID? {
        switch self {
        case .location(let id), .container(let id), .custodian(let id): id
        case .inTransit, .unknown, .disposed: nil
        }
    }

    /// Creates a placement from its word and place; nil if they do not match.
    public init?(word: String, place: EntityID?) {
        switch (word, place) {
        case ("location", let id?): self = .location(id)
        case ("container", let id?): self = .container(id)
        case ("custodian", let id?): self = .custodian(id)
        case ("inTransit", nil): self = .inTransit
        case ("unknown", nil): self = .unknown
        case ("disposed", nil): self = .disposed
        default: return nil
        }
    }

    /// Creates the placement at, in or with `record`; nil for an item.
    public init?(at entity: Entity) {
        switch entity.type {
        case .location: self = .location(entity.id)
        case .container: self = .container(entity.id)
        case .custodian: self = .custodian(entity.id)
        case .item: return nil
        }
    }
}

/// How a placement is known.
public enum Sighting: String, Sendable, Hashable, CaseIterable {
    /// The entity itself was scanned or named.
    case direct
    /// A container that holds it was moved later.
    case implied
}

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
