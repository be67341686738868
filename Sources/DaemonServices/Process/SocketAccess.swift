import CPeerCredentials
import Glibc
package import Logging

/// Grants the groups that have a role access to the socket, each by an entry in its access control list (acl(5)).
///
/// A group thus determines both who may connect and which role they have. The mode of the socket limits the entries:
/// if it denies access to the group, they grant nothing.
package enum SocketAccess {
    private enum Tag: UInt16 {
        case owner = 0x01
        case owningGroup = 0x04
        case group = 0x08
        case mask = 0x10
        case others = 0x20
    }

    /// On a file system without access control lists, only the socket's owner and group have access.
    package static func admit(groups: [UInt32], to path: String, logger: Logger) {
        var status = stat()
        guard lstat(path, &status) == 0, status.st_mode & S_IFMT == S_IFSOCK, status.st_mode & 0o060 == 0o060,
            !groups.isEmpty
        else { return }
        let none = UInt32.max
        var list: [UInt8] = []
        func append(_ tag: Tag, _ rights: UInt16, _ id: UInt32) {
            for value in [tag.rawValue, rights] { withUnsafeBytes(of: value.littleEndian) { list += $0 } }
            withUnsafeBytes(of: id.littleEndian) { list += $0 }
        }
        withUnsafeBytes(of: UInt32(2).littleEndian) { list += $0 }
        append(.owner, UInt16(status.st_mode >> 6 & 7), none)
        append(.owningGroup, UInt16(status.st_mode >> 3 & 7), none)
        for group in Set(groups).sorted() { append(.group, 6, group) }
        append(.mask, 6, none)
        append(.others, UInt16(status.st_mode & 7), none)
        guard setxattr(path, "system.posix_acl_access", list, list.count, 0) == 0 else {
            let reason = String(cString: strerror(errno))
            logger.notice(
                "the groups of roles get in by the group of the socket alone",
                metadata: ["reason": "\(reason)"]
            )
            return
        }
    }
}
