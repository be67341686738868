public import Barcodes

/// The four sorts of thing that the log knows.
public enum RecordType: String, Sendable, Hashable, CaseIterable {
    /// The smallest thing with its own barcode that changes hands.
    case item
    /// Holds items or containers, and moves with them.
    case container
    /// A fixed place.
    case location
    /// A person or unit answerable for custody.
    case custodian

    /// The prefix of the barcodes minted for this sort.
    public var prefix: BarcodePrefix {
        switch self {
        case .item: .item
        case .container: .container
        case .location: .location
        case .custodian: .custodian
        }
    }

    /// The sort that a minted prefix stands for; nil for what is no thing.
    public init?(prefix: BarcodePrefix) {
        guard let type = Self.allCases.first(where: { $0.prefix == prefix }) else { return nil }
        self = type
    }

    /// The kind of a thing that was registered without naming one.
    public var standardKind: RecordKind {
        switch self {
        case .item: .folder
        case .container: .box
        case .location: .location
        case .custodian: .custodian
        }
    }

    /// Whether things of this sort are moved, rather than standing still or being people.
    public var isMovable: Bool { self == .item || self == .container }
}
