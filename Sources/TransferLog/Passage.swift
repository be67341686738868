public import Records

/// A thing on its way, which nobody has accepted yet.
public struct Passage: Sendable, Hashable {
    public let record: RecordID
    /// The entry that sent it.
    public let entry: EntryNumber
    public let since: Timestamp
    /// The custodian who let it go; nil when it left a place.
    public let sender: RecordID?
    /// The custodian who is to get it; nil when nobody was named.
    public let recipient: RecordID?
}
