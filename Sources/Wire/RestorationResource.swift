/// What a restore did.
public struct RestorationResource: Sendable, Hashable, Codable {
    /// Entries that came out of the backup.
    public let entries: Int64
    /// The entry that says so.
    public let entry: Int64
    /// Entries that a checkpoint outside witnessed and that the log does not contain any more.
    public let abandoned: Int64
    /// Expungements after the backup that were carried out again; null when the log before could not be read.
    public let expunged: Int?
    /// The directory with the log before, which is never deleted by itself.
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

    private enum CodingKeys: String, CodingKey {
        case entries
        case entry
        case abandoned
        case expunged
        case keptIn
    }

    /// Writes every member, absent ones as null: what is documented is always there.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(entries, forKey: .entries)
        try container.encode(entry, forKey: .entry)
        try container.encode(abandoned, forKey: .abandoned)
        try container.encode(expunged, forKey: .expunged)
        try container.encode(keptIn, forKey: .keptIn)
    }
}
