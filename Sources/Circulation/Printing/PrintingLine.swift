public import Records

/// One label of a print run, with its record.
public struct PrintingLine: Sendable, Hashable {
    public let label: BatchLabel
    public let thing: RecordLine
}
