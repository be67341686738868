/// A pull list with all that is on it, in the order of the walk.
public struct PullListSheet: Sendable, Hashable {
    public let line: PullListLine
    public let things: [WantedLine]
}
