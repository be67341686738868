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
        }
    }

    /// The open place or person.
    public var place: RecordID? {
        switch self {
        case .closed: nil
        case .here(let id), .into(let id), .with(let id), .handing(_, let id), .counting(let id): id
        case .transit(let recipient): recipient
        }
    }

    /// The person who hands over; nil when nobody does.
    public var giver: RecordID? {
        if case .handing(let giver, _) = self { giver } else { nil }
    }

    /// Where a thing scanned now is put; nil when nothing is open, or when it stays where it is.
    public var destination: Placement? {
        switch self {
        case .closed, .counting: nil
        case .here(let id): .location(id)
        case .into(let id): .container(id)
        case .with(let id), .handing(_, let id): .custodian(id)
        case .transit: .inTransit
        }
    }

    /// Puts a context together from its word, place and giver; nil when they do not fit.
    public init?(word: String, place: RecordID?, giver: RecordID? = nil) {
        switch (word, place, giver) {
        case ("closed", nil, nil): self = .closed
        case ("here", let id?, nil): self = .here(id)
        case ("into", let id?, nil): self = .into(id)
        case ("with", let id?, nil): self = .with(id)
        case ("handing", let id?, let giver?): self = .handing(from: giver, to: id)
        case ("transit", let id, nil): self = .transit(to: id)
        case ("counting", let id?, nil): self = .counting(id)
        default: return nil
        }
    }
}
