public import Records
import TransferLog

/// One thing in a place.
public struct ContentsLine: Sendable, Hashable {
    public let record: Record
    /// When it came there; nil for a location within a location, which was never put there.
    public let since: Timestamp?
    public let seen: Sighting
    /// The entry that put it, or what holds it, where it is; nil for a location within a location.
    public let entry: EntryNumber?

    init(location: Record) {
        self.record = location
        self.since = nil
        self.seen = .direct
        self.entry = nil
    }

    init(record: Record, standing: Standing, holder: Whereabouts) {
        // A fixed place does not carry its contents anywhere.
        let isCarried = holder.record.type == .container && holder.entry > standing.entry
        self.record = record
        self.since = isCarried ? holder.since : standing.since
        self.seen = isCarried ? .implied : .direct
        self.entry = isCarried ? holder.entry : standing.entry
    }
}
