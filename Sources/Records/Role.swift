/// What somebody is here: which of the acts that change custody, look at it or watch over it are theirs.
public enum Role: String, Sendable, Hashable, CaseIterable {
    /// Asks where things are.
    case reader
    /// Registers, moves, scans and prints: the daily work.
    case clerk
    /// Does what clerks do, and what somebody has to answer for: corrections, restrictions, seals, expungements.
    case supervisor
    /// Looks at everything, the record of who looked included, and moves nothing.
    case auditor
    /// Decides how the daemon works.
    case administrator

    /// What somebody with this role may see.
    public var sight: Sight {
        switch self {
        case .reader: .open
        case .clerk: .restricted
        case .supervisor, .auditor, .administrator: .everything
        }
    }
}
