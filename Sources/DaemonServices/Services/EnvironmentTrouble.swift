package import Localization

/// Why clients cannot connect, or files cannot be opened.
package enum EnvironmentTrouble: Error, Sendable, Hashable, MessageConvertible {
    /// This process has fewer descriptors left than it needs for itself.
    case noDescriptors(limit: Int)
    /// The machine has reached its limit on open files.
    case noFilesOfMachine
    /// The socket opened by systemd was removed.
    case socketOfServiceManagerRemoved(String)
    /// The daemon's own socket was removed, and has not been recreated yet.
    case socketRemoved(String)
    /// Another file has taken the path of the socket.
    case socketReplaced(String)

    package var message: Message {
        switch self {
        case .noDescriptors(let limit):
            Message(
                "cannot take more clients: fewer than \(OwnProcess.descriptorReserve, "reserve") of the "
                    + "\(limit, "limit") descriptors of outguided are left; "
                    + "end clients, or raise LimitNOFILE in a drop-in of outguided.service and restart it"
            )
        case .noFilesOfMachine:
            Message(
                "cannot open any more files: the machine has as many open as it allows; see fs.file-max in sysctl(8)"
            )
        case .socketOfServiceManagerRemoved(let path):
            Message(
                "cannot be reached by new clients: the socket \(path, "path") was removed; systemctl restart "
                    + "outguided.socket makes it anew"
            )
        case .socketRemoved(let path):
            Message(
                "cannot be reached by new clients: the socket \(path, "path") was removed; it is made anew when its "
                    + "directory is there"
            )
        case .socketReplaced(let path):
            Message(
                "cannot be reached by new clients: another file stands in the place of the socket \(path, "path"); "
                    + "remove it, and restart "
                    + "outguided.socket when systemd opened the socket"
            )
        }
    }
}
