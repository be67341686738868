public import Vocabulary

/// A pull list with its progress, counting only what the caller may see.
public struct PullListSummary: Sendable, Hashable {
    /// The state of a pull list.
    public enum State: String, Sendable, Hashable, CaseIterable {
        /// Some lines are not fetched yet.
        case open
        /// Every line is pulled or not found.
        case done
        case cancelled
    }

    public let list: PullList
    public let tally: PullTally

    public var state: State { list.cancellation != nil ? .cancelled : tally.wanted > 0 ? .open : .done }
}
