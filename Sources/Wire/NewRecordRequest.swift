/// A thing to register; the path says of which sort.
public struct NewRecordRequest: Sendable, Hashable, Codable {
    /// Name of a location or custodian.
    public let name: String?
    /// Title of a container or item.
    public let title: String?
    /// Kind of a container or item; `box` and `folder` when absent.
    public let kind: String?
    /// The number that it bears already; one is minted when absent.
    public let barcode: String?
    /// Barcode of the place where it belongs.
    public let home: String?
    /// Barcode of the location around it, or of the place that it is put at now.
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
