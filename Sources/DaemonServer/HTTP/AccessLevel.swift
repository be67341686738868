import Glibc
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
    /// May do what changes how the daemon works.
    case administrator

    /// Lets `peer` through, or says why not.
    ///
    /// Everybody whom the permissions of the socket admit is a clerk; root and the daemon's own user administrate.
    func admit(_ peer: PeerCredentials) throws(Problem) {
        switch self {
        case .reader, .clerk: return
        case .administrator:
            guard peer.uid == 0 || peer.uid == geteuid() else {
                let detail = "cannot let \(peer.principal) do that: it is for root and for the user of outguided"
                throw Problem(.notPermitted, status: 403, detail: detail)
            }
        }
    }
}
