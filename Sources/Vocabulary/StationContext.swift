/// The open context of a station, which decides where the next scans go.
public enum StationContext: Sendable, Hashable {
    /// Nothing is open.
    case closed
    /// At a location.
    case here(EntityID)
    /// Into a container.
    case into(EntityID)
    /// With a custodian.
    case with(EntityID)
    /// From one custodian to another.
    case handing(from: EntityID, to: EntityID)
    /// In transit, to a custodian if one is named.
    case transit(to: EntityID?)
    /// Counting: scans are compared with the expected contents of this place and move nothing.
    case counting(EntityID)
    /// In transit, for items and containers on this pull list.
    case pulling(PullListID)

    /// The word for the context in the database and in JSON.
    public var word: String {
        switch self {
        case .closed: "closed"
        case .here: "here"
        case .into: "into"
        case .with: "with"
        case .handing: "handing"
        case .transit: "transit"
        case .counting: "counting"
        case .pulling: "pulling"
        }
    }

    /// The open place or custodian.
    public var place: EntityID? {
        switch self {
        case .closed, .pulling: nil
        case .here(let id), .into(let id), .with(let id), .handing(_, let id), .counting(let id): id
        case .transit(let recipient): recipient
        }
    }

    /// The custodian who hands over; nil if it is no hand-over.
    public var giver: EntityID? {
        if case .handing(let giver, _) = self { giver } else { nil }
    }

    /// The open pull list; nil if none is open.
    public var list: PullListID? {
        if case .pulling(let list) = self { list } else { nil }
    }

    /// The destination of any scanned item or container; nil if nothing is open or if it depends on the item.
    public var destination: Placement? {
        switch self {
        case .closed, .counting, .pulling: nil
        case .here(let id): .location(id)
        case .into(let id): .container(id)
        case .with(let id), .handing(_, let id): .custodian(id)
        case .transit: .inTransit
        }
    }

    /// Creates a context from its word, place, giver and list; nil if they do not match.
    public init?(word: String, place: EntityID?, giver: EntityID? = nil, list: PullListID? = nil) {
        switch (word, place, giver, list) {
        case ("closed", nil, nil, nil): self = .closed
        case ("here", let id?, nil, nil): self = .here(id)
        case ("into", let id?, nil, nil): self = .into(id)
        case ("with", let id?, nil, nil): self = .with(id)
        case ("handing", let id?, let giver?, nil): self = .handing(from: giver, to: id)
        case ("transit", let id, nil, nil): self = .transit(to: id)
        case ("counting", let id?, nil, nil): self = .counting(id)
        case ("pulling", nil, nil, let list?): self = .pulling(list)
        default: return nil
        }
    }
}
