package import Vocabulary

/// Identifies the process at the other end of a connection, as reported by the kernel (`SO_PEERCRED` and
/// `SO_PEERGROUPS`, unix(7)).
package struct PeerCredentials: Sendable, Hashable {
    package let pid: Int32
    package let uid: UInt32
    package let gid: UInt32
    /// The supplementary groups of the process; empty when there are more than the buffer holds.
    package let groups: Set<UInt32>

    package var principal: Principal { .user(uid) }

    package init(pid: Int32, uid: UInt32, gid: UInt32, groups: Set<UInt32> = []) {
        self.pid = pid
        self.uid = uid
        self.gid = gid
        self.groups = groups
    }
}
