public import Vocabulary

/// An item or container to which conditions, seals or holds apply.
public struct Constraint: Sendable, Hashable {
    public let entity: EntityID
    /// The barcode on its label, as text.
    public let barcode: String
    public let type: EntityType
    public let conditions: Conditions
    public let isHeld: Bool
    /// Whether it has a seal of its own.
    public let isSealed: Bool
    /// Whether it is concealed from the caller.
    public let isHidden: Bool

    public init(
        entity: EntityID,
        barcode: String,
        type: EntityType = .item,
        conditions: Conditions = .none,
        isHeld: Bool = false,
        isSealed: Bool = false,
        isHidden: Bool = false
    ) {
        self.entity = entity
        self.barcode = barcode
        self.type = type
        self.conditions = conditions
        self.isHeld = isHeld
        self.isSealed = isSealed
        self.isHidden = isHidden
    }
}
