/// What a restore did.
struct Restoration: Sendable, Hashable {
    /// Entries that came out of the backup.
    let entries: Int64
    /// The number of the entry that says so.
    let entry: Int64
    /// Entries that a checkpoint outside witnessed and that the log does not contain any more.
    let abandoned: Int64
    /// Expungements after the backup that were carried out again; nil when the log before could not be read.
    let expunged: Int?
    /// The directory with the log before.
    let keptIn: String
}
