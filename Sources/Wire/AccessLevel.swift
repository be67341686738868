/// The access level that a route, and the command that uses it, require.
///
/// The set is open at the other end: a newer daemon may describe a level that this version does not know.
public enum AccessLevel: String, Sendable, Hashable, CaseIterable {
    /// May query entities.
    case reader
    /// May record the acts of clerks.
    case clerk
    /// May carry out acts that need accountability.
    case supervisor
    /// May read the access record.
    case auditor
    /// May configure the daemon.
    case administrator
}
