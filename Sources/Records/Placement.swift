/// Where a thing is.
public enum Placement: Sendable, Hashable {
    case location(RecordID)
    case container(RecordID)
    case custodian(RecordID)
    case inTransit
    case unknown
    case disposed

    /// The word for it in JSON and in the database.
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

    /// The place, container or person; nil for the others.
    public var place: RecordID? {
        switch self {
        case .location(let id), .container(let id), .custodian(let id): id
        case .inTransit, .unknown, .disposed: nil
        }
    }

    /// Puts a placement together from its word and place; nil when they do not fit.
    public init?(word: String, place: RecordID?) {
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

    /// Being at, in or with `record`; nil when things cannot be put there.
    public init?(at record: Record) {
        switch record.type {
        case .location: self = .location(record.id)
        case .container: self = .container(record.id)
        case .custodian: self = .custodian(record.id)
        case .item: return nil
        }
    }
}
