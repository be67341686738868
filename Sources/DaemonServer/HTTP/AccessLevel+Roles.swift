import DaemonServices
import Vocabulary
import Wire

extension AccessLevel {
    /// The roles with this access level; any one of them is sufficient.
    var roles: Set<Role> {
        switch self {
        case .reader: Set(Role.allCases)
        case .clerk: [.clerk, .supervisor, .administrator]
        case .supervisor: [.supervisor, .administrator]
        case .auditor: [.auditor, .administrator]
        case .administrator: [.administrator]
        }
    }

    /// Whether operations of this level change custody or the data of entities.
    var isCustody: Bool { self == .clerk || self == .supervisor }
}

extension Rights {
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
