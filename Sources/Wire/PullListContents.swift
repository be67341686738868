/// A pull list with all of its lines.
public struct PullListContents: WireValue {
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
}
