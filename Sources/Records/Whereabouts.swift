/// The answer to "where is it, and since when".
public struct Whereabouts: Sendable, Hashable {
    public let record: Record
    public let placement: Placement
    /// The place, container or person it is at; nil for the placements without one.
    public let place: Record?
    /// Names from the outermost place to the innermost, the last being `place`.
    public let path: [String]
    public let home: Record?
    /// When it came where it is now.
    public let since: Timestamp
    public let seen: Sighting
    /// The entry that put it, or something that holds it, there.
    public let entry: EntryNumber
    /// When the thing itself was scanned, named or counted last.
    public let lastSeen: Timestamp
    /// When it must be back; nil when it is not charged out, or to no day.
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
