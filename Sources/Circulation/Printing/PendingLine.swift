public import Records

/// A label that was printed and not scanned since, with its record.
public struct PendingLine: Sendable, Hashable {
    public let label: PendingLabel
    public let thing: RecordLine
}
