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
