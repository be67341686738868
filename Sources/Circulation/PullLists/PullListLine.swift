public import Records

/// A pull list and how far it is, as far as whoever asks may know of what is on it.
public struct PullListLine: Sendable, Hashable {
    /// What is to be done about a list.
    public enum State: String, Sendable, Hashable, CaseIterable {
        /// Something is still wanted.
        case open
        /// All is pulled, or was not found.
        case done
        case cancelled
    }

    public let list: PullList
    public let tally: PullTally

    public var state: State { list.cancellation != nil ? .cancelled : tally.wanted > 0 ? .open : .done }
}
