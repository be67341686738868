/// The rights of the caller.
public struct RightsResource: WireValue {
    /// The principal, such as `uid:1000`.
    public let principal: String
    /// The caller's roles: `reader`, `clerk`, `supervisor`, `auditor`, `administrator`.
    ///
    /// Empty if none of the caller's groups has a role.
    public let roles: [String]
    /// The access levels that the caller has.
    public let levels: [String]
    /// The Unix groups that give each role.
    public let groups: [String: [String]]
    /// Whether one principal may not both move and audit items and containers.
    public let separateDuties: Bool

    public init(
        principal: String,
        roles: [String],
        levels: [String],
        groups: [String: [String]],
        separateDuties: Bool
    ) {
        self.principal = principal
        self.roles = roles
        self.levels = levels
        self.groups = groups
        self.separateDuties = separateDuties
    }
}
