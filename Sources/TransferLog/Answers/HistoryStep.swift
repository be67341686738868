public import Vocabulary

/// One entry in the history of an entity.
public struct HistoryStep: Sendable, Hashable {
    public let entry: Entry
    /// Direct when the entry names the entity, implied when it names a container that held it.
    public let seen: Sighting
    /// The correction that voids the entry; nil while it counts.
    public let voidedBy: EntryNumber?
}
