public import Barcodes

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
