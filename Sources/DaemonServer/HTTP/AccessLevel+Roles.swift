import DaemonServices
import Localization
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
    func objection(to level: AccessLevel) -> Message? {
        if separatesDuties, level.isCustody, roles.contains(.auditor) {
            return Message("an auditor moves nothing here, whatever other role they have (separateDuties)")
        }
        let isForAuditors = separatesDuties && level == .auditor
        let able = isForAuditors ? [.auditor] : level.roles
        guard roles.isDisjoint(with: able) else { return nil }
        let wanted = MessageArgument.any(Role.allCases.filter(able.contains).map { .text($0.rawValue) })
        return roles.isEmpty && !isForAuditors
            ? Message("they have no role here, and it is for the role \(wanted, "roles")")
            : Message("it is for the role \(wanted, "roles")")
    }
}
