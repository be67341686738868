import Glibc
package import TransferLog

/// Checks the resources that the daemon needs while it runs: its files in place, a socket that clients find, and free
/// descriptors.
///
/// A check costs a few system calls and never waits.
package final class Environment: Sendable {
    private let log: TransferLog
    private let socket: ServedSocket
    private let path: String
    private let isOfServiceManager: Bool

    /// - Parameter isOfServiceManager: whether systemd opened the socket, so that only systemd can recreate it.
    package init(log: TransferLog, socket: ServedSocket, at path: String, isOfServiceManager: Bool) {
        self.log = log
        self.socket = socket
        self.path = path
        self.isOfServiceManager = isOfServiceManager
    }

    /// The current problem apart from the log, which is closed when its files are no longer in place.
    package func look() -> EnvironmentTrouble? {
        // The log reports this trouble itself.
        try? log.checkFiles()
        log.noticeOtherWriters()
        return descriptorTrouble ?? socketTrouble
    }

    /// A status text for `systemctl status`.
    package var status: String {
        let trouble = look()
        if let reason = log.trouble { return "nothing can be recorded: \(reason)" }
        if log.isUnverified { return "verifying the log; changes wait" }
        return trouble.map { "\($0)" } ?? "reading scanners"
    }

    private var descriptorTrouble: EnvironmentTrouble? {
        do {
            return try OwnProcess.isShortOfDescriptors ? .noDescriptors(limit: OwnProcess.mostFiles) : nil
        } catch {
            return error
        }
    }

    private var socketTrouble: EnvironmentTrouble? {
        var status = stat()
        let isThere = lstat(path, &status) == 0
        guard !isThere, errno == ENOENT || errno == ENOTDIR else {
            return isThere && !socket.isOwn(status) ? .socketReplaced(path) : nil
        }
        guard socket.isServed else { return nil }
        return isOfServiceManager ? .socketOfServiceManagerRemoved(path) : .socketRemoved(path)
    }
}
