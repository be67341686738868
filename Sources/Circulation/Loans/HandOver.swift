public import Barcodes
public import Records

/// From whom to whom things go, and which end of it is told.
public struct HandOver: Sendable, Hashable {
    /// Custody has two ends.
    public enum Stage: String, Sendable, Hashable, CaseIterable {
        /// Both at once, as when two people stand at the desk.
        case atOnce = "at-once"
        /// The giver lets go; the things are in transit until they are accepted.
        case release
        /// The taker has them.
        case accept
    }

    /// Who has them; nil for whoever does.
    public let giver: Barcode?
    public let taker: Barcode
    public let stage: Stage
    public let reason: FreeText?

    public init(from giver: Barcode? = nil, to taker: Barcode, stage: Stage = .atOnce, reason: FreeText? = nil) {
        self.giver = giver
        self.taker = taker
        self.stage = stage
        self.reason = reason
    }
}
