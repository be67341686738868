/// A pull list with all that is on it.
public struct PullListContents: Sendable, Hashable, Codable {
    public let list: PullListResource
    /// In the order of the walk.
    public let things: [WantedResource]

    public init(
        list: PullListResource,
        things: [WantedResource]
    ) {
        self.list = list
        self.things = things
    }

    private enum CodingKeys: String, CodingKey {
        case list
        case things
    }

    /// Writes every member, absent ones as null: what is documented is always there.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(list, forKey: .list)
        try container.encode(things, forKey: .things)
    }
}
