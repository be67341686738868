/// The progress of a pull list.
public struct PullTally: Sendable, Hashable {
    public let wanted: Int
    public let pulled: Int
    public let missed: Int

    public init(wanted: Int, pulled: Int, missed: Int) {
        self.wanted = wanted
        self.pulled = pulled
        self.missed = missed
    }

    public var total: Int { wanted + pulled + missed }
}
