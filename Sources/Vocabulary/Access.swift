/// A row of the access record: access to restricted entities or to the log, or a refused attempt, for the auditor.
public struct Access: Sendable, Hashable {
    /// The kind of access.
    public enum Act: String, Sendable, Hashable, CaseIterable {
        /// An entity that is restricted, sealed or expunged.
        case thing
        /// The log itself, such as its entries and proofs.
        case log
        /// A request for which the caller lacked a right.
        case right
        /// A role that was granted or withdrawn.
        case role
        /// The access record itself: it was read, or its oldest rows were pruned.
        case record
    }

    public let at: Timestamp
    public let principal: Principal
    /// The caller's roles at that time.
    public let roles: Set<Role>
    public let act: Act
    /// The method and the path, with parameter names instead of their values; or the daemon's own act.
    public let route: String
    /// The entity that was accessed, if any.
    public let entity: EntityID?
    /// The restriction level of the entity at that time.
    public let level: Restriction.Level?
    /// Whether the access was granted.
    public let isGranted: Bool
    /// Further details, without names or texts about people.
    public let detail: String?

    public init(
        at: Timestamp,
        principal: Principal,
        roles: Set<Role>,
        act: Act,
        route: String,
        entity: EntityID? = nil,
        level: Restriction.Level? = nil,
        isGranted: Bool,
        detail: String? = nil
    ) {
        self.at = at
        self.principal = principal
        self.roles = roles
        self.act = act
        self.route = route
        self.entity = entity
        self.level = level
        self.isGranted = isGranted
        self.detail = detail
    }
}
