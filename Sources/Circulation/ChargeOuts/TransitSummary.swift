public import TransferLog
public import Vocabulary

/// An item or container in transit, with its sender and recipient.
public struct TransitSummary: Sendable, Hashable {
    public let entity: Entity
    public let passage: Transit
    public let sender: Entity?
    public let recipient: Entity?
    /// Whether the transit exceeds `transitHours`.
    public let isLate: Bool
}
