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
