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

/// The four types of entity in the log.
public enum EntityType: String, Sendable, Hashable, CaseIterable {
    /// The smallest unit with its own barcode that changes hands.
    case item
    /// Holds items or containers and moves with them.
    case container
    /// A fixed place.
    case location
    /// A person or unit who is accountable for custody.
    case custodian

    /// The prefix of the barcodes minted for this type.
    public var prefix: BarcodePrefix {
        switch self {
        case .item: .item
        case .container: .container
        case .location: .location
        case .custodian: .custodian
        }
    }

    /// Creates the type that a minted prefix stands for; nil for a prefix that is not for entities.
    public init?(prefix: BarcodePrefix) {
        guard let type = Self.allCases.first(where: { $0.prefix == prefix }) else { return nil }
        self = type
    }

    /// The default kind for a registration that names none.
    public var standardKind: EntityKind {
        switch self {
        case .item: .folder
        case .container: .box
        case .location: .location
        case .custodian: .custodian
        }
    }

    /// Whether entities of this type can be moved, unlike locations and custodians.
    public var isMovable: Bool { self == .item || self == .container }
}

/// A kind of entity within its type, such as `folder` or `evidence-bag`.
///
/// The set is open: an archive may define its own kinds.
public struct EntityKind: Sendable, Hashable, CustomStringConvertible {
    public let name: String

    /// Creates a kind; nil unless `name` is 1 to 32 lower-case letters, digits and hyphens and begins with a letter.
    public init?(_ name: String) {
        guard (1...32).contains(name.utf8.count), let first = name.utf8.first, (97...122).contains(first),
            name.utf8.allSatisfy({ (97...122).contains($0) || (48...57).contains($0) || $0 == 45 })
        else { return nil }
        self.name = name
    }

    private init(known name: String) { self.name = name }

    public static let box = EntityKind(known: "box")
    public static let cart = EntityKind(known: "cart")
    public static let clerk = EntityKind(known: "clerk")
    public static let crate = EntityKind(known: "crate")
    public static let custodian = EntityKind(known: "custodian")
    public static let folder = EntityKind(known: "folder")
    public static let location = EntityKind(known: "location")
    public static let pallet = EntityKind(known: "pallet")
    public static let supervisor = EntityKind(known: "supervisor")

    /// Whether scanning a container of this kind opens it as a place, as scanning a shelf does.
    ///
    /// Carts and pallets are loaded far more often than they are put somewhere.
    public var isPlace: Bool { self == .cart || self == .pallet }

    /// Whether the badge of a custodian of this kind signs its bearer in at a station.
    public var signsIn: Bool { self == .clerk || self == .supervisor }

    public var description: String { name }
}
