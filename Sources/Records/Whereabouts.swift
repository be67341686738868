/// Where a record is, and since when.
public struct Whereabouts: Sendable, Hashable {
    public let record: Record
    public let placement: Placement
    /// The location, container or custodian; nil for placements without one.
    public let place: Record?
    /// Names from the outermost place to the innermost, which is `place`.
    public let path: [String]
    public let home: Record?
    /// When it came to its current place.
    public let since: Timestamp
    public let seen: Sighting
    /// The entry that placed it, or a container that holds it, there.
    public let entry: EntryNumber
    /// When the record itself was last scanned, named or counted.
    public let lastSeen: Timestamp
    /// The due date; nil if it is not charged out or has no due date.
    public let due: Timestamp?

    public init(
        record: Record,
        placement: Placement,
        place: Record?,
        path: [String],
        home: Record?,
        since: Timestamp,
        seen: Sighting,
        entry: EntryNumber,
        lastSeen: Timestamp,
        due: Timestamp?
    ) {
        self.record = record
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
