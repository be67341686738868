public import Barcodes

/// A thing as the log knows it now.
public struct Record: Sendable, Hashable {
    public let id: RecordID
    public let type: RecordType
    public let kind: RecordKind
    /// The barcode on its label; further ones are aliases.
    public let barcode: Barcode
    /// Title of an item or container, name of a location or custodian; nil when it has none or it was expunged.
    public let title: String?
    /// Where it belongs.
    public let home: RecordID?
    /// The location that a location lies in.
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

    /// The same for somebody who may not know of the place where it belongs.
    public var withoutHome: Record {
        Record(id: id, type: type, kind: kind, barcode: barcode, title: title, home: nil, parent: parent)
    }

    /// What a clerk calls it: its title, else its barcode.
    public var name: String { title ?? barcode.text }
}
