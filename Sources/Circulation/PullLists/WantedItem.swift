public import Vocabulary

/// An item or container on a pull list, with its current place and recipient.
public struct WantedItem: Sendable, Hashable {
    public let line: PullListItem
    public let entity: Entity
    public let recipient: Entity?
    /// Names from the outermost place to the innermost; empty if the place is unknown.
    public let path: [String]
    /// If the place is unknown, the names of the home location, from the outermost place to the innermost.
    ///
    /// Empty if there is no home location or the place is known.
    public let home: [String]
    public let reason: String?
}
