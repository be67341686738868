/// A request to register a record, whose type is given by the path.
public struct NewRecordRequest: WireValue {
    /// The name of a location or custodian.
    public let name: String?
    /// The title of a container or item.
    public let title: String?
    /// The kind of a container or item; `box` or `folder` if absent.
    public let kind: String?
    /// The barcode that it already bears; if absent, one is minted.
    public let barcode: String?
    /// Barcode of the home location.
    public let home: String?
    /// Barcode of the location that contains a location, or of the current place of an item or container.
    public let parent: String?

    public init(
        name: String? = nil,
        title: String? = nil,
        kind: String? = nil,
        barcode: String? = nil,
        home: String? = nil,
        parent: String? = nil
    ) {
        self.name = name
        self.title = title
        self.kind = kind
        self.barcode = barcode
        self.home = home
        self.parent = parent
    }
}
