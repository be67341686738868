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

/// The change of one field.
public enum Edit<Value: Sendable & Hashable>: Sendable, Hashable {
    /// The value is unchanged.
    case kept
    /// The value is removed.
    case cleared
    case set(Value)

    /// Returns the value of the field after the change.
    public func applied(to value: Value?) -> Value? {
        switch self {
        case .kept: value
        case .cleared: nil
        case .set(let new): new
        }
    }
}

extension Edit {
    /// Returns the edit with its value, if any, transformed.
    ///
    /// - Throws: What `transform` throws.
    public func map<Other, Failure>(_ transform: (Value) throws(Failure) -> Other) throws(Failure) -> Edit<Other> {
        switch self {
        case .kept: .kept
        case .cleared: .cleared
        case .set(let value): .set(try transform(value))
        }
    }
}
