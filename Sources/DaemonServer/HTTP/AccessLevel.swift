import Records
import Wire

/// Who may use a route.
///
/// The permissions of the socket decide who gets in at all; the level decides what they may do then.
enum AccessLevel: String, Sendable, Hashable, CaseIterable {
    /// May ask.
    case reader
    /// May record what clerks do.
    case clerk

    /// Lets `peer` through, or says why not.
    ///
    /// Everybody whom the permissions of the socket admit is a clerk.
    func admit(_ peer: PeerCredentials) throws(Problem) {
        switch self {
        case .reader, .clerk: return
        }
    }
}
