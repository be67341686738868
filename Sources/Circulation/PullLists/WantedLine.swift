public import Records

/// A thing on a pull list, with where it is now and who wants it.
public struct WantedLine: Sendable, Hashable {
    public let line: PullLine
    public let record: Record
    public let recipient: Record?
    /// Names from the outermost place to the innermost; empty when it is nowhere that can be told.
    public let path: [String]
    /// Names from the outermost place to where a thing belongs that is nowhere that can be told.
    ///
    /// Empty when it belongs nowhere, or its place is known.
    public let home: [String]
    public let reason: String?
}
