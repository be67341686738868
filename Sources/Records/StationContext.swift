/// The place that a station has open: what is scanned next goes there.
public enum StationContext: Sendable, Hashable {
    /// Nothing is open.
    case closed
    /// At this location.
    case here(RecordID)
    /// Into this container.
    case into(RecordID)
    /// With this custodian.
    case with(RecordID)
    /// From one custodian to another.
    case handing(from: RecordID, to: RecordID)
    /// On its way, to a custodian when one is named.
    case transit(to: RecordID?)
    /// Nowhere: it is compared with what the log says is in this place.
    case counting(RecordID)
    /// On its way, when it is on this list of what is wanted.
    case pulling(PullListID)

    /// The word for it in the database and in JSON.
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

    /// The open place or person.
    public var place: RecordID? {
        switch self {
        case .closed, .pulling: nil
        case .here(let id), .into(let id), .with(let id), .handing(_, let id), .counting(let id): id
        case .transit(let recipient): recipient
        }
    }

    /// The person who hands over; nil when nobody does.
    public var giver: RecordID? {
        if case .handing(let giver, _) = self { giver } else { nil }
    }

    /// The list of what is wanted; nil when none is open.
    public var list: PullListID? {
        if case .pulling(let list) = self { list } else { nil }
    }

    /// Where any thing scanned now is put; nil when nothing is open, or when that depends on the thing.
    public var destination: Placement? {
        switch self {
        case .closed, .counting, .pulling: nil
        case .here(let id): .location(id)
        case .into(let id): .container(id)
        case .with(let id), .handing(_, let id): .custodian(id)
        case .transit: .inTransit
        }
    }

    /// Puts a context together from its word, place, giver and list; nil when they do not fit.
    public init?(word: String, place: RecordID?, giver: RecordID? = nil, list: PullListID? = nil) {
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
