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
        var size = 16_384
        while true {
            var room = [CChar](repeating: 0, count: size)
            // The names of its users lie in the room, and are read while it is held.
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

    /// What the C library answers, and the group where there is one.
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
