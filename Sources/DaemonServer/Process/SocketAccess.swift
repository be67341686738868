import CPeerCredentials
import Glibc
import Logging

/// Lets the groups that give a role connect, each by its own entry in the access list of the socket (acl(5)).
///
/// So one group says both who gets in and what they may do then. The permissions of the socket bound it: without a
/// right for the group in its mode nobody is let in by this.
enum SocketAccess {
    private enum Tag: UInt16 {
        case owner = 0x01
        case owningGroup = 0x04
        case group = 0x08
        case mask = 0x10
        case others = 0x20
    }

    /// A file system that has no such lists leaves the socket to its owner and its group.
    static func admit(groups: [UInt32], to path: String, logger: Logger) {
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
