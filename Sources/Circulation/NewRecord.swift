public import Barcodes
public import Records

/// A thing that somebody wants registered.
public struct NewRecord: Sendable, Hashable {
    public let type: RecordType
    /// Nil for the usual kind of its sort.
    public let kind: RecordKind?
    public let title: FreeText?
    /// The barcode it bears already; nil to mint one.
    public let barcode: Barcode?
    /// Where it belongs.
    public let home: Barcode?
    /// The location around a location; the place that an item or container is put at on registering.
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
