/// Things that are registered for their labels.
public struct NewLabelsRequest: Sendable, Hashable, Codable {
    /// How many.
    public let count: Int
    /// Kind of all of them; `box` when absent.
    public let kind: String?
    /// `container` or `item`; what the kind is when absent.
    public let type: String?
    /// Title of all of them.
    public let title: String?
    /// Barcode of the place where they belong.
    public let home: String?
    /// Barcode of the place that they are put at now.
    public let parent: String?

    public init(
        count: Int,
        kind: String? = nil,
        type: String? = nil,
        title: String? = nil,
        home: String? = nil,
        parent: String? = nil
    ) {
        self.count = count
        self.kind = kind
        self.type = type
        self.title = title
        self.home = home
        self.parent = parent
    }
}
