import Records
import Wire

/// What somebody may do, by the roles that they have.
struct Rights: Sendable, Hashable {
    let roles: Set<Role>
    /// Whether nobody may both move things and audit them.
    let separatesDuties: Bool

    /// What they may see: as much as the one of their roles that sees most.
    var sight: Sight { roles.map(\.sight).max() ?? .open }

    /// Why they may not do what wants `level`; nil when they may.
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

    /// The roles that `level` is for, in the order of the least that is enough.
    private static func names(of level: AccessLevel, separatesDuties: Bool) -> String {
        if separatesDuties, level == .auditor { return Role.auditor.rawValue }
        let names = Role.allCases.filter(level.roles.contains).map(\.rawValue)
        guard names.count > 1, let last = names.last else { return names.joined() }
        return names.dropLast().joined(separator: ", ") + " or " + last
    }
}
