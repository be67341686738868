public import Barcodes
public import Vocabulary

/// A pull list with its progress, counting only what the caller may see.
public struct PullListSummary: Sendable, Hashable {
    /// The state of a pull list.
    public enum State: String, Sendable, Hashable, CaseIterable {
        /// Some lines are not fetched yet.
        case open
        /// Every line is pulled or not found.
        case done
        case cancelled
    }

    public let list: PullList
    public let tally: PullTally

    public var state: State { list.cancellation != nil ? .cancelled : tally.wanted > 0 ? .open : .done }
}

/// A pull list with all of its lines, in walking order.
public struct PullListSheet: Sendable, Hashable {
    public let line: PullListSummary
    public let things: [RequestedItem]
}

/// An item or container on a pull list, with its current place and recipient.
public struct RequestedItem: Sendable, Hashable {
    public let line: PullListItem
    public let entity: Entity
    public let recipient: Entity?
    /// Names from the outermost place to the innermost; empty if the place is unknown.
    public let path: [String]
    /// If the place is unknown, the names of the home location, from the outermost place to the innermost.
    ///
    /// Empty if there is no home location or the place is known.
    public let home: [String]
    public let reason: String?
}

/// A request to fetch items and containers.
public struct NewPullListItems: Sendable, Hashable {
    public let barcodes: [Barcode]
    /// The recipient; nil if they only come to the station.
    public let recipient: Barcode?
    /// When they are needed; nil for no date.
    public let due: Timestamp?
    public let reason: FreeText?

    public init(_ barcodes: [Barcode], for recipient: Barcode? = nil, due: Timestamp? = nil, reason: FreeText? = nil) {
        self.barcodes = barcodes
        self.recipient = recipient
        self.due = due
        self.reason = reason
    }
}
