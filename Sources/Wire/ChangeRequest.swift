/// What is to be different about a thing.
public struct ChangeRequest: Sendable, Hashable, Codable {
    /// The new title, or name of a location or custodian.
    public let title: String?
    /// The new kind of a container or item.
    public let kind: String?
    /// Barcode of where it belongs from now on.
    public let home: String?
    /// Barcode of the location around a location.
    public let parent: String?
    /// Fields that it has no longer: `title`, `home` or `parent`.
    public let clear: [String]?
    /// What the rules are to heed about it.
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
