public import Records

/// A charge-out of one item or container.
public struct Loan: Sendable, Hashable {
    public let record: RecordID
    /// The entry of the charge-out.
    public let entry: EntryNumber
    public let custodian: RecordID
    public let since: Timestamp
    /// The due date; nil for none.
    public let due: Timestamp?
    public let renewals: Int
}
