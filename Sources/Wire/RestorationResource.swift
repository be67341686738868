/// The result of a restore.
public struct RestorationResource: WireValue {
    /// The number of entries in the backup.
    public let entries: Int64
    /// The entry that recorded the restore.
    public let entry: Int64
    /// The number of entries that an external checkpoint covers and the log no longer contains.
    public let abandoned: Int64
    /// The number of expungements after the backup that were repeated; null if the previous log could not be read.
    public let expunged: Int?
    /// The directory with the previous log, which is never deleted automatically.
    public let keptIn: String

    public init(
        entries: Int64,
        entry: Int64,
        abandoned: Int64,
        expunged: Int?,
        keptIn: String
    ) {
        self.entries = entries
        self.entry = entry
        self.abandoned = abandoned
        self.expunged = expunged
        self.keptIn = keptIn
    }
}
