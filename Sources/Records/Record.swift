public import Barcodes

/// The current description of an item, container, location or custodian.
public struct Record: Sendable, Hashable {
    public let id: RecordID
    public let type: RecordType
    public let kind: RecordKind
    /// The primary barcode.
    ///
    /// Others are aliases.
    public let barcode: Barcode
    /// The title of an item or container, or the name of a location or custodian; nil if it has none or was expunged.
    public let title: String?
    /// The home location.
    public let home: RecordID?
    /// The location that contains this location.
    public let parent: RecordID?

    public init(
        id: RecordID,
        type: RecordType,
        kind: RecordKind,
        barcode: Barcode,
        title: String?,
        home: RecordID?,
        parent: RecordID?
    ) {
        self.id = id
        self.type = type
        self.kind = kind
        self.barcode = barcode
        self.title = title
        self.home = home
        self.parent = parent
    }

    /// The record without its home location, for a caller who may not see it.
    public var withoutHome: Record {
        Record(id: id, type: type, kind: kind, barcode: barcode, title: title, home: nil, parent: parent)
    }

    /// The name to show to clerks: the title, or else the barcode.
    public var name: String { title ?? barcode.text }
}
