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

/// A barcode that is assigned to an entity.
public struct Labelling: Sendable, Hashable {
    /// The role of the barcode.
    public enum Role: Sendable, Hashable {
        /// The primary barcode.
        ///
        /// The previous one stays as an alias.
        case primary
        /// An additional barcode by which the entity is found.
        case alias
    }

    public let subject: EntityID
    /// The barcode; nil if it was a personal number that was expunged.
    public let barcode: Barcode?
    public let role: Role

    public init(subject: EntityID, barcode: Barcode?, role: Role) {
        self.subject = subject
        self.barcode = barcode
        self.role = role
    }
}

/// An entry that voids an earlier entry.
public struct Correction: Sendable, Hashable {
    /// The voided entry, which stays in the log.
    public let voids: EntryNumber
    /// The subject of the voided entry.
    public let subject: EntityID
    public let reason: String?

    public init(voids: EntryNumber, subject: EntityID, reason: String?) {
        self.voids = voids
        self.subject = subject
        self.reason = reason
    }
}

/// The result of counting the contents of a place.
public struct ContentsCount: Sendable, Hashable {
    /// The maximum number of items and containers that one entry can name.
    public static let mostThings = 4_000

    /// The location or container that was counted.
    public let subject: EntityID
    /// The expected items and containers that were seen, in ascending order.
    public let present: [EntityID]
    /// The number of expected items and containers that were missing.
    public let missing: Int
    /// The number of items and containers that were unexpected.
    public let extra: Int

    public init(subject: EntityID, present: [EntityID], missing: Int, extra: Int) {
        self.subject = subject
        self.present = present
        self.missing = missing
        self.extra = extra
    }
}
