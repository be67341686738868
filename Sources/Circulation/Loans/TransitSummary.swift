public import Records
public import TransferLog

/// An item or container in transit, with its sender and recipient.
public struct TransitSummary: Sendable, Hashable {
    public let record: Record
    public let passage: Transit
    public let sender: Record?
    public let recipient: Record?
    /// Whether the transit exceeds `transitHours`.
    public let isLate: Bool
}
