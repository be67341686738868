public import Barcodes
public import Records

/// A request to register a record.
public struct NewRecord: Sendable, Hashable {
    public let type: RecordType
    /// The kind; nil for the default kind of the type.
    public let kind: RecordKind?
    public let title: FreeText?
    /// The barcode that it already bears; nil to mint one.
    public let barcode: Barcode?
    /// The home location.
    public let home: Barcode?
    /// The location that contains a new location, or the initial place of an item or container.
    public let parent: Barcode?

    public init(
        type: RecordType,
        kind: RecordKind? = nil,
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
