public import Vocabulary

/// A transit of an entity that has not been accepted yet.
public struct Transit: Sendable, Hashable {
    public let entity: EntityID
    /// The entry that began the transit.
    public let entry: EntryNumber
    public let since: Timestamp
    /// The custodian who sent it; nil when it left a location.
    public let sender: EntityID?
    /// The custodian who is to receive it; nil when none was named.
    public let recipient: EntityID?
}
