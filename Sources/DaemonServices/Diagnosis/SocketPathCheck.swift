import Glibc
import Localization

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
        let remedy = Message("restart outguided")
        var status = stat()
        guard lstat(path, &status) == 0 else {
            return [
                .failed(
                    Self.name,
                    Message("the socket \(path, "path") is gone: new clients cannot connect"),
                    remedy: remedy
                )
            ]
        }
        guard status.st_mode & S_IFMT == S_IFSOCK, socket.isOwn(status) else {
            let message =
                Message(
                    "\(path, "path") is not the socket that outguided serves: the user \(status.st_uid, "user") put "
                        + "something there"
                )
            return [.failed(Self.name, message, remedy: Message("find out who did, then restart outguided"))]
        }
        guard status.st_mode & 0o007 == 0 else {
            let message = Message("everybody on this machine may connect to \(path, "path")")
            return [.failed(Self.name, message, remedy: Message("chmod o= \(path, "path"), and look who changed it"))]
        }
        return [.ok(Self.name, Message("\(path, "path") is served"))]
    }
}
