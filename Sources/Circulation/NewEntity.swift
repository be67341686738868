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
