public import Vocabulary

/// A query for a concealed entity.
public struct Disclosure: Sendable, Hashable {
    public let entity: EntityID
    public let level: Restriction.Level
    /// Whether the entity was shown, or treated as nonexistent.
    public let isShown: Bool

    public init(entity: EntityID, level: Restriction.Level, isShown: Bool) {
        self.entity = entity
        self.level = level
        self.isShown = isShown
    }
}
