package import Vocabulary

/// The permissions that a caller has through roles.
package struct Rights: Sendable, Hashable {
    package let roles: Set<Role>
    /// Whether auditors are barred from changing custody.
    package let separatesDuties: Bool

    /// The caller's clearance: the highest of any role.
    package var clearance: Clearance { roles.map(\.clearance).max() ?? .open }
}
