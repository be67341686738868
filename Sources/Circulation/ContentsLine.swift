public import Records
import TransferLog

/// One thing in a place.
public struct ContentsLine: Sendable, Hashable {
    public let record: Record
    public let since: Timestamp
    public let seen: Sighting
    /// The entry that put it, or what holds it, where it is.
    public let entry: EntryNumber

    init(record: Record, standing: Standing, holder: Whereabouts) {
        // A fixed place does not carry its contents anywhere.
        let isCarried = holder.record.type == .container && holder.entry > standing.entry
        self.record = record
        self.since = isCarried ? holder.since : standing.since
        self.seen = isCarried ? .implied : .direct
        self.entry = isCarried ? holder.entry : standing.entry
    }
}
