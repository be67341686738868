/// An order in force on an entity until it is lifted: a seal, a restriction or a hold.
public struct StandingOrder: Sendable, Hashable {
    public enum Kind: String, Sendable, Hashable, CaseIterable {
        /// Only supervisors, auditors and administrators may see the entity and its contents.
        case seal
        /// Only clerks and above may see the entity and its contents.
        case restriction
        /// The entity and its contents stay in custody and must not be destroyed.
        case hold
    }

    public let kind: Kind
    /// The entity on which it was placed.
    public let subject: EntityID
    /// The entry that placed it, with the order and the reason.
    public let entry: EntryNumber

    public init(kind: Kind, subject: EntityID, entry: EntryNumber) {
        self.kind = kind
        self.subject = subject
        self.entry = entry
    }
}
