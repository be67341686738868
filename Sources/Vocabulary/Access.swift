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

/// A user's role: which acts of custody, viewing and supervision are permitted.
public enum Role: String, Sendable, Hashable, CaseIterable {
    /// Queries where entities are.
    case reader
    /// Registers, moves, scans and prints: the daily work.
    case clerk
    /// Does what clerks do, and acts that need accountability: corrections, restrictions, seals, expungements.
    case supervisor
    /// Sees everything, including the access record, and moves nothing.
    case auditor
    /// Configures the daemon.
    case administrator

    /// The clearance of this role.
    public var clearance: Clearance {
        switch self {
        case .reader: .open
        case .clerk: .restricted
        case .supervisor, .auditor, .administrator: .everything
        }
    }
}

/// A caller's clearance: which restriction levels the caller may see.
///
/// An entity beyond it is reported as if it had never been registered.
public enum Clearance: Int, Sendable, Hashable, Comparable, CaseIterable {
    /// Only entities that are not restricted.
    case open = 0
    /// Also restricted entities.
    case restricted = 1
    /// Also sealed and expunged entities.
    case everything = 3

    public static func < (left: Clearance, right: Clearance) -> Bool { left.rawValue < right.rawValue }

    /// Whether the clearance includes entities of this level.
    public func reaches(_ level: Restriction.Level) -> Bool { level.rawValue <= rawValue }
}
