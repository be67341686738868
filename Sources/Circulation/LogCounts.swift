public import Vocabulary

/// The number of entities, entries and readings in the log.
public struct LogCounts: Sendable, Hashable {
    public let entities: [EntityType: Int]
    public let entries: Int64
    public let readings: Int
}
