import Vocabulary

/// The permissions that a caller has through roles.
struct Rights: Sendable, Hashable {
    let roles: Set<Role>
    /// Whether auditors are barred from changing custody.
    let separatesDuties: Bool

    /// The caller's clearance: the highest of any role.
    var clearance: Clearance { roles.map(\.clearance).max() ?? .open }
}
