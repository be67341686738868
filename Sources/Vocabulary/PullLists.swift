public import Barcodes

/// A pull list: items and containers to fetch.
///
/// Its barcode opens it at a station.
public struct PullList: Sendable, Hashable {
    /// The maximum number of lines, which is what one person can fetch in a day.
    public static let mostThings = 500

    public let id: PullListID
    public let barcode: MintedBarcode
    public let madeAt: Timestamp
    /// The entry that cancelled the list; nil if it is not cancelled.
    public let cancellation: EntryNumber?

    public init(id: PullListID, barcode: MintedBarcode, madeAt: Timestamp, cancellation: EntryNumber? = nil) {
        self.id = id
        self.barcode = barcode
        self.madeAt = madeAt
        self.cancellation = cancellation
    }
}

/// An event that concerns a pull list as a whole.
///
/// Its lines have entries of their own.
public enum PullListEvent: Sendable, Hashable {
    /// The list was created, with this barcode.
    case made(MintedBarcode)
    /// The list was cancelled.
    case cancelled(PullListID)
}

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

/// The progress of a pull list.
public struct PullTally: Sendable, Hashable {
    public let wanted: Int
    public let pulled: Int
    public let missed: Int

    public init(wanted: Int, pulled: Int, missed: Int) {
        self.wanted = wanted
        self.pulled = pulled
        self.missed = missed
    }

    public var total: Int { wanted + pulled + missed }
}

/// A line of a pull list: a request to fetch an item or container.
public struct ItemRequest: Sendable, Hashable {
    public let subject: EntityID
    public let list: PullListID
    /// The recipient; nil if it only comes to the station.
    public let recipient: EntityID?
    /// When it is needed; nil for no date.
    public let due: Timestamp?
    public let reason: String?

    public init(
        subject: EntityID,
        list: PullListID,
        recipient: EntityID? = nil,
        due: Timestamp? = nil,
        reason: String? = nil
    ) {
        self.subject = subject
        self.list = list
        self.recipient = recipient
        self.due = due
        self.reason = reason
    }
}

/// The entity that an item or container on a pull list was not at its expected place.
///
/// The placement is unchanged: only a count or a move changes it.
public struct NotFound: Sendable, Hashable {
    public let subject: EntityID
    public let list: PullListID

    public init(subject: EntityID, list: PullListID) {
        self.subject = subject
        self.list = list
    }
}
