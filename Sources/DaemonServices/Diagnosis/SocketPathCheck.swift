import Glibc

/// Checks that clients connecting to the socket path reach this daemon and not another program.
package struct SocketPathCheck: Check {
    static let name = "socket"

    let path: String
    let socket: ServedSocket

    package init(path: String, socket: ServedSocket) {
        self.path = path
        self.socket = socket
    }

    package func findings() async -> [Finding] {
        let remedy = "restart outguided"
        var status = stat()
        guard lstat(path, &status) == 0 else {
            return [.failed(Self.name, "the socket \(path) is gone: new clients cannot connect", remedy: remedy)]
        }
        guard status.st_mode & S_IFMT == S_IFSOCK, socket.isOwn(status) else {
            let message =
                "\(path) is not the socket that outguided serves: the user \(status.st_uid) put something there"
            return [.failed(Self.name, message, remedy: "find out who did, then restart outguided")]
        }
        guard status.st_mode & 0o007 == 0 else {
            let message = "everybody on this machine may connect to \(path)"
            return [.failed(Self.name, message, remedy: "chmod o= \(path), and look who changed it")]
        }
        return [.ok(Self.name, "\(path) is served")]
    }
}
