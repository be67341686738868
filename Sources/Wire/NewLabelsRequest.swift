/// A request to register records for new labels.
public struct NewLabelsRequest: WireValue {
    /// The number of records.
    public let count: Int
    /// The kind of all of them; `box` if absent.
    public let kind: String?
    /// `container` or `item`; if absent, the type of the kind.
    public let type: String?
    /// The title of all of them.
    public let title: String?
    /// Barcode of the place where they belong.
    public let home: String?
    /// Barcode of the place where they are now.
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
