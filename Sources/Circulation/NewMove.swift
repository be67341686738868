public import Barcodes
public import Records

/// Things that somebody wants moved, all or none.
public struct NewMove: Sendable, Hashable {
    public let barcodes: [Barcode]
    public let target: MoveTarget
    public let reason: FreeText?
    /// When it happened, where somebody states it afterwards; nil for now.
    public let occurredAt: Timestamp?

    public init(_ barcodes: [Barcode], to target: MoveTarget, reason: FreeText? = nil, occurredAt: Timestamp? = nil) {
        self.barcodes = barcodes
        self.target = target
        self.reason = reason
        self.occurredAt = occurredAt
    }
}
