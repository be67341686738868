public import Barcodes

/// The current description of an item, container, location or custodian.
public struct Entity: Sendable, Hashable {
    public let id: EntityID
    public let type: EntityType
    public let kind: EntityKind
    /// The primary barcode.
    ///
    /// Others are aliases.
    public let barcode: Barcode
    /// The title of an item or container, or the name of a location or custodian; nil if it has none or was expunged.
    public let title: String?
    /// The home location.
    public let home: EntityID?
    /// The location that contains this location.
    public let parent: EntityID?

    public init(
        id: EntityID,
        type: EntityType,
        kind: EntityKind,
        barcode: Barcode,
        title: String?,
        home: EntityID?,
        parent: EntityID?
    ) {
        self.id = id
        self.type = type
        self.kind = kind
        self.barcode = barcode
        self.title = title
        self.home = home
        self.parent = parent
    }

    /// The entity without its home location, for a caller who may not see it.
    public var withoutHome: Entity {
        Entity(id: id, type: type, kind: kind, barcode: barcode, title: title, home: nil, parent: parent)
    }

    /// The name to show to clerks: the title, or else the barcode.
    public var name: String { title ?? barcode.text }
}
