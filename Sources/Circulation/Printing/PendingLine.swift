public import Records

/// A label that was printed and not scanned since, with its thing.
public struct PendingLine: Sendable, Hashable {
    public let label: PendingLabel
    public let thing: RecordLine
}
