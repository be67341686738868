/// A pull list with all of its lines.
public struct PullListContents: Sendable, Hashable, Codable {
    public let list: PullListResource
    /// The lines, in walking order.
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

    /// Encodes every member, absent ones as null, so that each documented member is always present.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(list, forKey: .list)
        try container.encode(things, forKey: .things)
    }
}
