/// The result of a restore.
public struct Restoration: Sendable, Hashable {
    /// The number of entries from the backup.
    public let entries: Int64
    /// The number of the entry that declares the restore.
    public let entry: Int64
    /// Entries covered by a checkpoint outside the database that the log no longer contains.
    public let abandoned: Int64
    /// Expungements ordered after the backup and repeated; nil when the replaced log could not be read.
    public let expunged: Int?
    /// The directory with the replaced log.
    public let keptIn: String
}
