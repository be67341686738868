public import Records

/// One label of a run with its thing.
public struct PrintingLine: Sendable, Hashable {
    public let label: BatchLabel
    public let thing: RecordLine
}
