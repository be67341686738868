public import Vocabulary

/// A principal's gain or loss of a role.
public struct RoleChange: Sendable, Hashable {
    public let role: Role
    public let holder: Principal
    public let isGiven: Bool
}
