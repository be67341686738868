/// What a route, and the command that asks it, wants of whoever uses it.
///
/// The set is open at the other end: a newer daemon may describe a level that this version does not know.
public enum AccessLevel: String, Sendable, Hashable, CaseIterable {
    /// May ask.
    case reader
    /// May record what clerks do.
    case clerk
    /// May do what somebody has to answer for.
    case supervisor
    /// May look at what tells who looked.
    case auditor
    /// May do what changes how the daemon works.
    case administrator
}
