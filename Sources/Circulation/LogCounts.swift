public import Records

/// The number of records, entries and readings in the log.
public struct LogCounts: Sendable, Hashable {
    public let records: [RecordType: Int]
    public let entries: Int64
    public let readings: Int
}
