import Records
import Wire

extension AccessLevel {
    /// Whose it is, each of them alone.
    var roles: Set<Role> {
        switch self {
        case .reader: Set(Role.allCases)
        case .clerk: [.clerk, .supervisor, .administrator]
        case .supervisor: [.supervisor, .administrator]
        case .auditor: [.auditor, .administrator]
        case .administrator: [.administrator]
        }
    }

    /// Whether acts of this level change where things are, or what is known of them.
    var isCustody: Bool { self == .clerk || self == .supervisor }
}
