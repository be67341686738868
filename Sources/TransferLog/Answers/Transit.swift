public import Records

/// A transit of a record that has not been accepted yet.
public struct Transit: Sendable, Hashable {
    public let record: RecordID
    /// The entry that began the transit.
    public let entry: EntryNumber
    public let since: Timestamp
    /// The custodian who sent it; nil when it left a location.
    public let sender: RecordID?
    /// The custodian who is to receive it; nil when none was named.
    public let recipient: RecordID?
}
