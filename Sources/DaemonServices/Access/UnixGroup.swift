import Glibc

/// A group of this machine or of its directory service (nsswitch.conf(5)).
struct UnixGroup {
    let number: UInt32
    /// The users listed as members.
    let users: [UInt32]

    /// Looks up the group with this name; nil when it does not exist.
    ///
    /// May block.
    init?(named name: String) {
        var size = 16_384
        while true {
            var room = [CChar](repeating: 0, count: size)
            // The buffer holds the names of the members, and must stay valid while they are read.
            let (code, found) = room.withUnsafeMutableBufferPointer { Self.look(up: name, in: $0) }
            if code == ERANGE, size < 1 << 22 {
                size *= 4
                continue
            }
            guard let found else { return nil }
            self = found
            return
        }
    }

    private init(number: UInt32, users: [UInt32]) {
        self.number = number
        self.users = users
    }

    /// The C library's return code, and the group if it was found.
    private static func look(
        up name: String,
        in room: UnsafeMutableBufferPointer<CChar>
    ) -> (code: Int32, group: UnixGroup?) {
        var entry = group()
        var found: UnsafeMutablePointer<group>?
        let code = getgrnam_r(name, &entry, room.baseAddress, room.count, &found)
        guard code == 0, found != nil else { return (code, nil) }
        var users: [UInt32] = []
        var member = entry.gr_mem
        while let name = member?.pointee {
            if let user = user(named: name) { users.append(user) }
            member = member?.advanced(by: 1)
        }
        return (code, UnixGroup(number: entry.gr_gid, users: users))
    }

    private static func user(named name: UnsafePointer<CChar>) -> UInt32? {
        var entry = passwd()
        var found: UnsafeMutablePointer<passwd>?
        var room = [CChar](repeating: 0, count: 16_384)
        guard getpwnam_r(name, &entry, &room, room.count, &found) == 0, found != nil else { return nil }
        return entry.pw_uid
    }
}
