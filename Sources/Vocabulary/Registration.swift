public import Barcodes

/// The registration of an entity.
public struct Registration: Sendable, Hashable {
    /// The origin of the barcode.
    public enum Origin: String, Sendable, Hashable, CaseIterable {
        /// Outguide minted the barcode.
        case minted
        /// The user gave the barcode.
        case given
        /// A preprinted label was scanned for the first time.
        case firstScan = "first-scan"
    }

    public let type: EntityType
    public let kind: EntityKind
    /// The barcode on the label; nil if it was a personal number that was expunged.
    public let barcode: Barcode?
    public let origin: Origin
    public let title: String?
    public let home: EntityID?
    public let parent: EntityID?

    public init(
        type: EntityType,
        kind: EntityKind,
        barcode: Barcode?,
        origin: Origin,
        title: String?,
        home: EntityID?,
        parent: EntityID?
    ) {
        self.type = type
        self.kind = kind
        self.barcode = barcode
        self.origin = origin
        self.title = title
        self.home = home
        self.parent = parent
    }
}
