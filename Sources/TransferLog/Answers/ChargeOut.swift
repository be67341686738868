public import Vocabulary

/// A charge-out of one item or container.
public struct ChargeOut: Sendable, Hashable {
    public let entity: EntityID
    /// The entry of the charge-out.
    public let entry: EntryNumber
    public let custodian: EntityID
    public let since: Timestamp
    /// The due date; nil for none.
    public let due: Timestamp?
    public let renewals: Int
}
