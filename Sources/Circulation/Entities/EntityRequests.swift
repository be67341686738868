public import Barcodes
public import Vocabulary

/// A request to register an entity.
public struct NewEntity: Sendable, Hashable {
    public let type: EntityType
    /// The kind; nil for the default kind of the type.
    public let kind: EntityKind?
    public let title: FreeText?
    /// The barcode that it already bears; nil to mint one.
    public let barcode: Barcode?
    /// The home location.
    public let home: Barcode?
    /// The location that contains a new location, or the initial place of an item or container.
    public let parent: Barcode?

    public init(
        type: EntityType,
        kind: EntityKind? = nil,
        title: FreeText? = nil,
        barcode: Barcode? = nil,
        home: Barcode? = nil,
        parent: Barcode? = nil
    ) {
        self.type = type
        self.kind = kind
        self.title = title
        self.barcode = barcode
        self.home = home
        self.parent = parent
    }
}

/// A request to change an entity.
public struct EntityChange: Sendable, Hashable {
    public let title: Edit<FreeText>
    public let kind: EntityKind?
    public let home: Edit<Barcode>
    public let parent: Edit<Barcode>
    public let conditions: NewConditions

    public init(
        title: Edit<FreeText> = .kept,
        kind: EntityKind? = nil,
        home: Edit<Barcode> = .kept,
        parent: Edit<Barcode> = .kept,
        conditions: NewConditions = .none
    ) {
        self.title = title
        self.kind = kind
        self.home = home
        self.parent = parent
        self.conditions = conditions
    }
}

/// Requested changes to the conditions of an entity.
///
/// ``ConditionEdits/isSealed`` has no effect: seals are placed and lifted by order.
public typealias NewConditions = ConditionEdits<Barcode>
