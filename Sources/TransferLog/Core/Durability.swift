/// SQLite's settings for the durability of commits.
public struct Durability: Sendable, Hashable {
    /// `wal` in every log.
    public let journalMode: String
    /// 2, which is FULL, on the writer of every log.
    public let synchronous: Int
}
