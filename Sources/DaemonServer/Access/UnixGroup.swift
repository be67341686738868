import Glibc

/// A group of this machine, or of the directory that it asks (nsswitch.conf(5)).
struct UnixGroup {
    let number: UInt32
    /// The users that are entered in it.
    let users: [UInt32]

    /// The group with this name; nil when there is none.
    ///
    /// The call may block.
    init?(named name: String) {
        var entry = group()
        var found: UnsafeMutablePointer<group>?
        var room = [CChar](repeating: 0, count: 16_384)
        while getgrnam_r(name, &entry, &room, room.count, &found) == ERANGE, room.count < 1 << 22 {
            room = [CChar](repeating: 0, count: room.count * 4)
        }
        guard found != nil else { return nil }
        number = entry.gr_gid
        var users: [UInt32] = []
        var member = entry.gr_mem
        while let name = member?.pointee {
            if let user = Self.user(named: name) { users.append(user) }
            member = member?.advanced(by: 1)
        }
        self.users = users
    }

    private static func user(named name: UnsafePointer<CChar>) -> UInt32? {
        var entry = passwd()
        var found: UnsafeMutablePointer<passwd>?
        var room = [CChar](repeating: 0, count: 16_384)
        guard getpwnam_r(name, &entry, &room, room.count, &found) == 0, found != nil else { return nil }
        return entry.pw_uid
    }
}
