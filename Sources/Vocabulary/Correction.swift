/// An entry that voids an earlier entry.
public struct Correction: Sendable, Hashable {
    /// The voided entry, which stays in the log.
    public let voids: EntryNumber
    /// The subject of the voided entry.
    public let subject: EntityID
    public let reason: String?

    public init(voids: EntryNumber, subject: EntityID, reason: String?) {
        self.voids = voids
        self.subject = subject
        self.reason = reason
    }
}
