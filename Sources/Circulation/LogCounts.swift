public import Records

/// How much the log holds.
public struct LogCounts: Sendable, Hashable {
    public let records: [RecordType: Int]
    public let entries: Int64
    public let readings: Int
}
