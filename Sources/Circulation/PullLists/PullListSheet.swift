/// A pull list with all of its lines, in walking order.
public struct PullListSheet: Sendable, Hashable {
    public let line: PullListLine
    public let things: [WantedLine]
}
