public import Records
public import TransferLog

/// A thing on its way, with the people at both ends.
public struct PassageLine: Sendable, Hashable {
    public let record: Record
    public let passage: Passage
    public let sender: Record?
    public let recipient: Record?
    /// Whether it is on its way for longer than is usual.
    public let isLate: Bool
}
