public import Barcodes
public import Vocabulary

/// A request to move items and containers, all or none.
public struct NewMove: Sendable, Hashable {
    public let barcodes: [Barcode]
    public let target: MoveTarget
    public let reason: FreeText?
    /// When the move took place, if it is recorded afterwards; nil for now.
    public let occurredAt: Timestamp?

    public init(_ barcodes: [Barcode], to target: MoveTarget, reason: FreeText? = nil, occurredAt: Timestamp? = nil) {
        self.barcodes = barcodes
        self.target = target
        self.reason = reason
        self.occurredAt = occurredAt
    }
}

/// The destination of a move.
public enum MoveTarget: Sendable, Hashable {
    /// To a location, container or custodian.
    case place(Barcode)
    /// In transit, until they are received.
    case transit
    /// Disposed of, out of custody for good.
    case disposal
}

/// The result of moving one item or container.
public struct Movement: Sendable, Hashable {
    /// A past placement that was recorded afterwards.
    public struct Past: Sendable, Hashable {
        public let placement: NamedPlacement
        public let occurredAt: Timestamp
    }

    public let entity: Entity
    /// The current placement.
    public let placement: NamedPlacement
    /// The entry that moved it; nil if it was there already.
    public let entry: Entry?
    /// The past placement; nil for a move that takes place now.
    public let past: Past?

    public init(entity: Entity, placement: NamedPlacement, entry: Entry?, past: Past? = nil) {
        self.entity = entity
        self.placement = placement
        self.entry = entry
        self.past = past
    }

    /// The location, container or custodian; nil if it is in transit or disposed of.
    public var place: Entity? { placement.place }
}
