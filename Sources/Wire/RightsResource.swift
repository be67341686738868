/// What whoever asks may do here.
public struct RightsResource: Sendable, Hashable, Codable {
    /// `uid:1000`.
    public let principal: String
    /// Of `reader`, `clerk`, `supervisor`, `auditor`, `administrator`; none when they are in no group that has a role.
    public let roles: [String]
    /// Access levels that they are admitted to.
    public let levels: [String]
    /// The Unix groups that give each role.
    public let groups: [String: [String]]
    /// Whether nobody may both move things and audit them.
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
