import Glibc
import Localization
package import Safekeeping

/// Checks that only the daemon's user can access the state directory.
package struct StateDirectoryCheck: Check {
    static let name = "state-directory"

    let directory: StateDirectory

    package init(directory: StateDirectory) { self.directory = directory }

    package func findings() async -> [Finding] {
        let path = directory.path
        var status = stat()
        guard stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFDIR else {
            return [
                .failed(
                    Self.name,
                    Message("\(path, "path") is no directory"),
                    remedy: Message("restore it from a backup, then restart outguided")
                )
            ]
        }
        guard status.st_uid == geteuid() else {
            let remedy = Message("chown -R outguide: \(path, "path")")
            return [
                .failed(
                    Self.name,
                    Message("\(path, "path") belongs to the user \(status.st_uid, "user"), not to outguided"),
                    remedy: remedy
                )
            ]
        }
        guard status.st_mode & 0o077 == 0 else {
            let mode = String(status.st_mode & 0o777, radix: 8)
            let message = Message("others may look into \(path, "path"): its mode is \(mode, "mode")")
            return [.failed(Self.name, message, remedy: Message("chmod 0700 \(path, "path")"))]
        }
        guard access(path, W_OK) == 0 else {
            return [
                .failed(
                    Self.name,
                    Message("\(path, "path") cannot be written"),
                    remedy: Message("look whether its disk is mounted read-only")
                )
            ]
        }
        return [.ok(Self.name, Message("\(path, "path") is the daemon's alone"))]
    }
}
