public import Records

/// The placement of one thing as the last transfer that named it left it.
public struct Standing: Sendable, Hashable {
    public let placement: Placement
    public let entry: EntryNumber
    public let since: Timestamp
    /// The last count that saw it; nil when none did, or when nobody asked.
    public var sighting: CountSighting?
}
