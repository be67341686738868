public import Records

/// An item or container on a pull list, with its current place and recipient.
public struct WantedLine: Sendable, Hashable {
    public let line: PullLine
    public let record: Record
    public let recipient: Record?
    /// Names from the outermost place to the innermost; empty if the place is unknown.
    public let path: [String]
    /// If the place is unknown, the names of the home location, from the outermost place to the innermost.
    ///
    /// Empty if there is no home location or the place is known.
    public let home: [String]
    public let reason: String?
}
