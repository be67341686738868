/// That somebody looked at what is kept from others, at the log, or came without the right to: for the auditor.
public struct Access: Sendable, Hashable {
    /// What was looked at, or done.
    public enum Act: String, Sendable, Hashable, CaseIterable {
        /// A thing that is kept from some.
        case thing
        /// The log itself: its entries, its proofs.
        case log
        /// Something for which a right was missing.
        case right
        /// Somebody has a role from now on, or has it no more.
        case role
        /// This record: read, or its oldest rows pruned.
        case record
    }

    public let at: Timestamp
    public let principal: Principal
    /// The roles that whoever asked had then.
    public let roles: Set<Role>
    public let act: Act
    /// The method and the path, with names of parameters in the place of what they were; or what the daemon did.
    public let route: String
    /// The thing, where it was one.
    public let record: RecordID?
    /// How far the thing was kept from others then.
    public let level: Restriction.Level?
    /// Whether it was shown or done.
    public let isGranted: Bool
    /// What else is to be said of it, without a name or a text of anybody.
    public let detail: String?

    public init(
        at: Timestamp,
        principal: Principal,
        roles: Set<Role>,
        act: Act,
        route: String,
        record: RecordID? = nil,
        level: Restriction.Level? = nil,
        isGranted: Bool,
        detail: String? = nil
    ) {
        self.at = at
        self.principal = principal
        self.roles = roles
        self.act = act
        self.route = route
        self.record = record
        self.level = level
        self.isGranted = isGranted
        self.detail = detail
    }
}
