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

    /// The word for it in the database.
    public var word: String {
        switch self {
        case .closed: "closed"
        case .here: "here"
        case .into: "into"
        case .with: "with"
        }
    }

    /// The open place or person.
    public var place: RecordID? {
        switch self {
        case .closed: nil
        case .here(let id), .into(let id), .with(let id): id
        }
    }

    /// Where a thing scanned now is put; nil when nothing is open.
    public var destination: Placement? {
        switch self {
        case .closed: nil
        case .here(let id): .location(id)
        case .into(let id): .container(id)
        case .with(let id): .custodian(id)
        }
    }

    /// Puts a context together from its word and place; nil when they do not fit.
    public init?(word: String, place: RecordID?) {
        switch (word, place) {
        case ("closed", nil): self = .closed
        case ("here", let id?): self = .here(id)
        case ("into", let id?): self = .into(id)
        case ("with", let id?): self = .with(id)
        default: return nil
        }
    }
}
