import Vocabulary

/// Identifies the process at the other end of a connection, as reported by the kernel (`SO_PEERCRED` and
/// `SO_PEERGROUPS`, unix(7)).
struct PeerCredentials: Sendable, Hashable {
    let pid: Int32
    let uid: UInt32
    let gid: UInt32
    /// The supplementary groups of the process; empty when there are more than the buffer holds.
    let groups: Set<UInt32>

    var principal: Principal { .user(uid) }

    init(pid: Int32, uid: UInt32, gid: UInt32, groups: Set<UInt32> = []) {
        self.pid = pid
        self.uid = uid
        self.gid = gid
        self.groups = groups
    }
}
