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
