/// A pull list with all of its lines, in walking order.
public struct PullListSheet: Sendable, Hashable {
    public let line: PullListSummary
    public let things: [WantedItem]
}
