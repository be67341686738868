import TransferLog
public import Vocabulary

/// One item, container or location in a place.
public struct ContentsSummary: Sendable, Hashable {
    public let entity: Entity
    /// When it was placed there; nil for a location within a location, which is never moved.
    public let since: Timestamp?
    public let seen: Sighting
    /// When it was last scanned, named or counted itself; nil for a location within a location.
    public let lastSeen: Timestamp?
    /// The entry that placed it, or its container, there; nil for a location within a location.
    public let entry: EntryNumber?

    init(location: Entity) {
        self.entity = location
        self.since = nil
        self.seen = .direct
        self.lastSeen = nil
        self.entry = nil
    }

    init(entity: Entity, standing: Standing, holder: Whereabouts) {
        // Only a container carries its contents; a location is fixed.
        let isCarried = holder.entity.type == .container && holder.entry > standing.entry
        let seenAfter = standing.sighting.map { $0.entry > holder.entry } == true
        self.entity = entity
        self.since = isCarried ? holder.since : standing.since
        self.seen = isCarried && !seenAfter ? .implied : .direct
        self.lastSeen = standing.sighting.map { max($0.seenAt, standing.since) } ?? standing.since
        self.entry = isCarried ? holder.entry : standing.entry
    }
}
