public import Records

/// A thing that is charged out.
public struct Loan: Sendable, Hashable {
    public let record: RecordID
    /// The entry that charged it out.
    public let entry: EntryNumber
    public let custodian: RecordID
    public let since: Timestamp
    /// When it must be back; nil for no day.
    public let due: Timestamp?
    public let renewals: Int
}
