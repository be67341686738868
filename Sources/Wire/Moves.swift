extension API {
    /// Requests about moves.
    public enum Moves {
        public static let move = Endpoint<MoveRequest, MoveResponse>(
            "moveRecords",
            .post,
            "/v1/moves",
            .clerk,
            "Move items to one place, all or none",
            exampleMembers: ["to"],
            refusals: [404, 422]
        )
    }
}

/// A request to move items and containers to one place, all or none.
public struct MoveRequest: WireValue {
    /// The items and containers to move.
    public let barcodes: [String]
    /// Barcode of a location, container or custodian; absent if `state` is given.
    public let to: String?
    /// `inTransit` or `disposed`; absent if `to` is given.
    public let state: String?
    /// The reason, in one line.
    public let reason: String?
    /// When the move took place, if it is recorded afterwards: RFC 3339, or a minute of the site's local time.
    ///
    /// It requires a reason.
    public let occurredAt: String?

    public static var members: [String: Schema] {
        [
            "barcodes": .barcodes(count: 1...Int.max),
            "to": .place,
            "state": .word(["inTransit", "disposed"]),
            "reason": .reason,
            "occurredAt": .moment,
        ]
    }

    public init(
        barcodes: [String],
        to: String? = nil,
        state: String? = nil,
        reason: String? = nil,
        occurredAt: String? = nil
    ) {
        self.barcodes = barcodes
        self.to = to
        self.state = state
        self.reason = reason
        self.occurredAt = occurredAt
    }
}

/// The result of a move.
public struct MoveResponse: WireValue {
    /// One movement for each barcode, in the order of the request.
    public let movements: [MovementResource]

    public init(movements: [MovementResource]) { self.movements = movements }
}

/// The result of moving one item or container.
public struct MovementResource: WireValue {
    /// The barcode of the item or container.
    public let barcode: String
    /// The kind of the entry, or `already-there`.
    public let kind: String
    /// Barcode of its current place; null if it is in transit or disposed of.
    public let to: String?
    /// Number of the entry; null if it was there already.
    public let entry: Int64?
    /// The current placement.
    public let placement: PlacementResource
    /// When a past move took place: RFC 3339, UTC; null for a move that takes place now.
    public let occurredAt: String?
    /// The placement after a past move; null for a move that takes place now.
    public let then: PlacementResource?

    public init(
        barcode: String,
        kind: String,
        to: String?,
        entry: Int64?,
        placement: PlacementResource,
        occurredAt: String? = nil,
        then: PlacementResource? = nil
    ) {
        self.barcode = barcode
        self.kind = kind
        self.to = to
        self.entry = entry
        self.placement = placement
        self.occurredAt = occurredAt
        self.then = then
    }
}
