/// A user's role: which acts of custody, viewing and supervision are permitted.
public enum Role: String, Sendable, Hashable, CaseIterable {
    /// Queries where entities are.
    case reader
    /// Registers, moves, scans and prints: the daily work.
    case clerk
    /// Does what clerks do, and acts that need accountability: corrections, restrictions, seals, expungements.
    case supervisor
    /// Sees everything, including the access record, and moves nothing.
    case auditor
    /// Configures the daemon.
    case administrator

    /// The clearance of this role.
    public var clearance: Clearance {
        switch self {
        case .reader: .open
        case .clerk: .restricted
        case .supervisor, .auditor, .administrator: .everything
        }
    }
}
