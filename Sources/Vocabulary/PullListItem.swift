/// An item or container on a pull list, with its state.
public struct PullListItem: Sendable, Hashable {
    /// The state of a line.
    public enum State: String, Sendable, Hashable, CaseIterable {
        /// It is not fetched yet.
        case wanted
        /// It was sent to its recipient.
        case pulled
        /// It was not at its expected place.
        case notFound = "not-found"
    }

    /// The entry that added it to the list.
    public let entry: EntryNumber
    public let list: PullListID
    public let entity: EntityID
    /// The recipient; nil if it only comes to the station.
    public let recipient: EntityID?
    /// When it is needed; nil for no date.
    public let due: Timestamp?
    /// The transfer that sent it; nil if there is none.
    public let pulled: EntryNumber?
    /// The entry that recorded it as not found; nil if there is none.
    public let missed: EntryNumber?

    public init(
        entry: EntryNumber,
        list: PullListID,
        entity: EntityID,
        recipient: EntityID?,
        due: Timestamp?,
        pulled: EntryNumber?,
        missed: EntryNumber?
    ) {
        self.entry = entry
        self.list = list
        self.entity = entity
        self.recipient = recipient
        self.due = due
        self.pulled = pulled
        self.missed = missed
    }

    /// The state.
    ///
    /// An item or container that was not found but pulled later counts as pulled.
    public var state: State { pulled != nil ? .pulled : missed != nil ? .notFound : .wanted }
}
