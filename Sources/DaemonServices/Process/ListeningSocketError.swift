package import Localization

/// Why the daemon has no socket to serve.
package enum ListeningSocketError: Error, Sendable, Equatable, MessageConvertible {
    case cannotOpen(path: String, reason: Message)
    /// A file that is not a socket has its path.
    case occupied(path: String)
    /// systemd passed several.
    case tooMany(Int)
    /// The descriptor passed by systemd is not a listening Unix socket.
    case notAListener
    /// systemd listens at one path, and the configuration names another.
    case elsewhere(inherited: String, configured: String)

    package var message: Message {
        switch self {
        case .cannotOpen(let path, let reason):
            Message("cannot open the socket \(path, "path"): \(reason, "reason"); name another with --socket")
        case .occupied(let path):
            Message(
                "cannot open the socket \(path, "path"): there is something that is no socket; move it away, or name "
                    + "another with "
                    + "--socket"
            )
        case .tooMany(let count):
            Message("cannot serve \(count, "count") sockets: one ListenStream= in outguided.socket is enough")
        case .notAListener:
            Message("cannot serve what systemd handed over: outguided.socket must have one ListenStream= with a path")
        case .elsewhere(let inherited, let configured):
            Message(
                "cannot serve \(inherited, "inherited"), where systemd listens: the configuration says "
                    + "\(configured, "configured"); let ListenStream= in "
                    + "outguided.socket and “socket” in outguided.yaml agree"
            )
        }
    }
}
