/// A change of the restriction level of an entity and its contents.
public struct Restriction: Sendable, Hashable {
    /// The level of concealment.
    ///
    /// Each level also conceals the entity from everyone whom the previous level excludes.
    public enum Level: Int, Sendable, Hashable, Comparable, CaseIterable {
        /// Visible to everyone.
        case open = 0
        /// Visible to clerks and above, not to readers.
        case restricted = 1
        /// Visible to supervisors, auditors and administrators, by order.
        case sealed = 2
        /// The text is erased.
        ///
        /// That the entity existed is visible to supervisors, auditors and administrators.
        case expunged = 3

        public static func < (left: Level, right: Level) -> Bool { left.rawValue < right.rawValue }
    }

    public let subject: EntityID
    /// The previous level.
    public let from: Level
    /// The new level.
    public let to: Level
    /// The name of the order, as the court or agency gives it.
    public let order: String?
    public let reason: String?

    public init(subject: EntityID, from: Level, to: Level, order: String?, reason: String?) {
        self.subject = subject
        self.from = from
        self.to = to
        self.order = order
        self.reason = reason
    }
}

/// A hold by order: an item or container and its contents stay in custody and must not be destroyed.
public struct Hold: Sendable, Hashable {
    /// Whether the hold is placed or released.
    public enum Stage: Sendable, Hashable {
        case placed
        /// The hold that this entry placed is released.
        case released(EntryNumber)
    }

    public let subject: EntityID
    public let stage: Stage
    /// The name of the order, as the court or agency gives it.
    public let order: String?
    public let reason: String?

    public init(subject: EntityID, stage: Stage, order: String? = nil, reason: String?) {
        self.subject = subject
        self.stage = stage
        self.order = order
        self.reason = reason
    }
}

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

/// The erasure of all text about an entity, by order.
public struct Expungement: Sendable, Hashable {
    /// The stage of an expungement.
    public enum Stage: Sendable, Hashable {
        /// A principal requested it.
        case requested
        /// Another principal carried it out, and this number of texts was erased.
        case done(request: EntryNumber, erased: Int)
    }

    public let subject: EntityID
    public let stage: Stage
    /// The name of the order, as the court or agency gives it.
    public let order: String?
    public let reason: String?

    public init(subject: EntityID, stage: Stage, order: String?, reason: String?) {
        self.subject = subject
        self.stage = stage
        self.order = order
        self.reason = reason
    }
}
