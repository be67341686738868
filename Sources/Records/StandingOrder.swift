/// Something that binds a thing until somebody lifts it: a seal, a restriction or a hold.
public struct StandingOrder: Sendable, Hashable {
    public enum Kind: String, Sendable, Hashable, CaseIterable {
        /// Only those who answer for it may know of the thing and of what lies in it.
        case seal
        /// Only those who work here may know of the thing and of what lies in it.
        case restriction
        /// The thing and what lies in it stay in custody and are not destroyed.
        case hold
    }

    public let kind: Kind
    /// The thing that it was placed on.
    public let subject: RecordID
    /// The entry that placed it, which has the order and the reason.
    public let entry: EntryNumber

    public init(kind: Kind, subject: RecordID, entry: EntryNumber) {
        self.kind = kind
        self.subject = subject
        self.entry = entry
    }
}
