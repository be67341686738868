public import Barcodes
public import Vocabulary

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
