public import Vocabulary

/// The placement of one entity after the last transfer that named it.
public struct Standing: Sendable, Hashable {
    public let placement: Placement
    public let entry: EntryNumber
    public let since: Timestamp
    /// The last count that saw it; nil when there was none, or it was not queried.
    public var sighting: CountSighting?
}
