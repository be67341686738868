public import TransferLog
public import Vocabulary

/// An access record entry, with the entity that it concerns.
public struct AccessSummary: Sendable, Hashable {
    public let stored: StoredAccess
    public let entity: Entity?
}
