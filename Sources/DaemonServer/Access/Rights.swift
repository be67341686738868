import Vocabulary
import Wire

/// The permissions that a caller has through roles.
struct Rights: Sendable, Hashable {
    let roles: Set<Role>
    /// Whether auditors are barred from changing custody.
    let separatesDuties: Bool

    /// The caller's clearance: the highest of any role.
    var clearance: Clearance { roles.map(\.clearance).max() ?? .open }

    /// Why the caller lacks `level`; nil when it is granted.
    func objection(to level: AccessLevel) -> String? {
        let wanted = Self.names(of: level, separatesDuties: separatesDuties)
        if separatesDuties {
            if level.isCustody, roles.contains(.auditor) {
                return "an auditor moves nothing here, whatever other role they have (separateDuties)"
            }
            if level == .auditor { return roles.contains(.auditor) ? nil : "it is for the role \(wanted)" }
        }
        if !roles.isDisjoint(with: level.roles) { return nil }
        guard !roles.isEmpty else { return "they have no role here, and it is for the role \(wanted)" }
        return "it is for the role \(wanted)"
    }

    /// The roles that grant `level`, lowest first.
    private static func names(of level: AccessLevel, separatesDuties: Bool) -> String {
        if separatesDuties, level == .auditor { return Role.auditor.rawValue }
        let names = Role.allCases.filter(level.roles.contains).map(\.rawValue)
        guard names.count > 1, let last = names.last else { return names.joined() }
        return names.dropLast().joined(separator: ", ") + " or " + last
    }
}
