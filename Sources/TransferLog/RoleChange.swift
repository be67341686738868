public import Records

/// That somebody has a role from now on, or has it no more.
public struct RoleChange: Sendable, Hashable {
    public let role: Role
    public let holder: Principal
    public let isGiven: Bool
}
