public import Records
import TransferLog

/// One thing in a place.
public struct ContentsLine: Sendable, Hashable {
    public let record: Record
    /// When it came there; nil for a location within a location, which was never put there.
    public let since: Timestamp?
    public let seen: Sighting
    /// When it was scanned, named or counted itself; nil for a location within a location.
    public let lastSeen: Timestamp?
    /// The entry that put it, or what holds it, where it is; nil for a location within a location.
    public let entry: EntryNumber?

    init(location: Record) {
        self.record = location
        self.since = nil
        self.seen = .direct
        self.lastSeen = nil
        self.entry = nil
    }

    init(record: Record, standing: Standing, holder: Whereabouts) {
        // A fixed place does not carry its contents anywhere.
        let isCarried = holder.record.type == .container && holder.entry > standing.entry
        let seenAfter = standing.sighting.map { $0.entry > holder.entry } == true
        self.record = record
        self.since = isCarried ? holder.since : standing.since
        self.seen = isCarried && !seenAfter ? .implied : .direct
        self.lastSeen = standing.sighting.map { max($0.seenAt, standing.since) } ?? standing.since
        self.entry = isCarried ? holder.entry : standing.entry
    }
}
