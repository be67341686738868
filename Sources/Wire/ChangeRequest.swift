/// A request to change a record.
public struct ChangeRequest: WireValue {
    /// The new title, or name of a location or custodian.
    public let title: String?
    /// The new kind of a container or item.
    public let kind: String?
    /// Barcode of the new home location.
    public let home: String?
    /// Barcode of the location that contains a location.
    public let parent: String?
    /// Fields to clear: `title`, `home` or `parent`.
    public let clear: [String]?
    /// Changes to the conditions.
    public let conditions: NewConditionsRequest?

    public init(
        title: String? = nil,
        kind: String? = nil,
        home: String? = nil,
        parent: String? = nil,
        clear: [String]? = nil,
        conditions: NewConditionsRequest? = nil
    ) {
        self.title = title
        self.kind = kind
        self.home = home
        self.parent = parent
        self.clear = clear
        self.conditions = conditions
    }
}
