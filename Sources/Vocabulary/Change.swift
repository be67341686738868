/// A change to the description of an entity.
public struct Change: Sendable, Hashable {
    public let subject: EntityID
    public let title: Edit<String>
    /// Never cleared, because every entity has a kind.
    public let kind: Edit<EntityKind>
    public let home: Edit<EntityID>
    /// Only for locations.
    public let parent: Edit<EntityID>
    public let conditions: ConditionChange

    public init(
        subject: EntityID,
        title: Edit<String> = .kept,
        kind: Edit<EntityKind> = .kept,
        home: Edit<EntityID> = .kept,
        parent: Edit<EntityID> = .kept,
        conditions: ConditionChange = .none
    ) {
        self.subject = subject
        self.title = title
        self.kind = kind
        self.home = home
        self.parent = parent
        self.conditions = conditions
    }
}
