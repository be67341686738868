/// The result of a restore.
struct Restoration: Sendable, Hashable {
    /// The number of entries from the backup.
    let entries: Int64
    /// The number of the entry that declares the restore.
    let entry: Int64
    /// Entries covered by a checkpoint outside the database that the log no longer contains.
    let abandoned: Int64
    /// Expungements ordered after the backup and repeated; nil when the replaced log could not be read.
    let expunged: Int?
    /// The directory with the replaced log.
    let keptIn: String
}
