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
