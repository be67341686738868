public import Barcodes
public import Vocabulary

/// A hand-over from one custodian to another, or one stage of it.
public struct HandOver: Sendable, Hashable {
    /// The stage of a hand-over.
    public enum Stage: String, Sendable, Hashable, CaseIterable {
        /// Release and acceptance in one step, as when both people stand at the desk.
        case atOnce = "at-once"
        /// The giver releases the items and containers, which are in transit until they are accepted.
        case release
        /// The taker accepts the items and containers.
        case accept
    }

    /// The current custodian; nil to accept any.
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
