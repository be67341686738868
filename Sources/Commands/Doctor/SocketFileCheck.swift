import Glibc
import Wire

/// Checks that the socket exists, has a trusted owner, and is accessible to the caller.
struct SocketFileCheck: LocalCheck {
    static let name = "socket-file"

    let path: String
    /// The trusted owners: root, the daemon's user, the caller.
    let owners: Set<UInt32>

    /// The trusted owners on this machine.
    static var trusted: Set<UInt32> {
        var owners: Set<UInt32> = [0, geteuid()]
        var entry = passwd()
        var found: UnsafeMutablePointer<passwd>?
        var room = [CChar](repeating: 0, count: 16_384)
        if getpwnam_r("outguide", &entry, &room, room.count, &found) == 0, found != nil { owners.insert(entry.pw_uid) }
        return owners
    }

    func findings() async -> [FindingResource] {
        var status = stat()
        guard lstat(path, &status) == 0 else {
            guard errno != EACCES else {
                let remedy = "adduser \(Self.user) outguide-clerk (or another group of a role), then log in anew"
                return [.failed(Self.name, "the permissions keep you from \(path)", remedy: remedy)]
            }
            let remedy = "systemctl start outguided; “journalctl -u outguided” says why it ended"
            return [.failed(Self.name, "there is no socket \(path): outguided does not run", remedy: remedy)]
        }
        guard status.st_mode & S_IFMT == S_IFSOCK else {
            let message = "\(path) is not a socket: the user \(status.st_uid) put something else there"
            return [.failed(Self.name, message, remedy: "find out who did, remove it, restart outguided")]
        }
        guard owners.contains(status.st_uid) else {
            let message = "\(path) belongs to the user \(status.st_uid), who is neither root, nor outguide, nor you"
            let remedy = "tell it nothing; find out who serves it, then restart outguided"
            return [.failed(Self.name, message, remedy: remedy)]
        }
        guard access(path, R_OK | W_OK) == 0 else {
            let remedy = "adduser \(Self.user) outguide-clerk (or another group of a role), then log in anew"
            return [.failed(Self.name, "you may not use \(path)", remedy: remedy)]
        }
        return [.ok(Self.name, "\(path) is there, and you may use it")]
    }

    /// The caller's user name, for the remedy.
    private static var user: String {
        guard let entry = getpwuid(geteuid()), let name = entry.pointee.pw_name else { return "NAME" }
        return String(cString: name)
    }
}
