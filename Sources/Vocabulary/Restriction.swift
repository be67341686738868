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
