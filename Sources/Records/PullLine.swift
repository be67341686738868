/// A thing on a pull list, and what became of it.
public struct PullLine: Sendable, Hashable {
    /// What became of a thing on a list.
    public enum State: String, Sendable, Hashable, CaseIterable {
        /// Nobody fetched it yet.
        case wanted
        /// It left its place for whoever wants it.
        case pulled
        /// It was not where it should be.
        case notFound = "not-found"
    }

    /// The entry that put it on the list.
    public let entry: EntryNumber
    public let list: PullListID
    public let record: RecordID
    /// Who wants it; nil when it is only to come to the station.
    public let recipient: RecordID?
    /// When it is needed; nil for no day.
    public let due: Timestamp?
    /// The transfer by which it left; nil when none did.
    public let pulled: EntryNumber?
    /// The entry that says that it was not there; nil when none does.
    public let missed: EntryNumber?

    public init(
        entry: EntryNumber,
        list: PullListID,
        record: RecordID,
        recipient: RecordID?,
        due: Timestamp?,
        pulled: EntryNumber?,
        missed: EntryNumber?
    ) {
        self.entry = entry
        self.list = list
        self.record = record
        self.recipient = recipient
        self.due = due
        self.pulled = pulled
        self.missed = missed
    }

    /// What was missed and turned up afterwards is pulled.
    public var state: State { pulled != nil ? .pulled : missed != nil ? .notFound : .wanted }
}
