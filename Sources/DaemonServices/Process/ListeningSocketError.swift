/// Why the daemon has no socket to serve.
package enum ListeningSocketError: Error, Sendable, Equatable, CustomStringConvertible {
    case cannotOpen(path: String, reason: String)
    /// A file that is not a socket has its path.
    case occupied(path: String)
    /// systemd passed several.
    case tooMany(Int)
    /// The descriptor passed by systemd is not a listening Unix socket.
    case notAListener
    /// systemd listens at one path, and the configuration names another.
    case elsewhere(inherited: String, configured: String)

    package var description: String {
        switch self {
        case .cannotOpen(let path, let reason):
            "cannot open the socket \(path): \(reason); name another with --socket"
        case .occupied(let path):
            "cannot open the socket \(path): there is something that is no socket; move it away, or name another with "
                + "--socket"
        case .tooMany(let count): "cannot serve \(count) sockets: one ListenStream= in outguided.socket is enough"
        case .notAListener:
            "cannot serve what systemd handed over: outguided.socket must have one ListenStream= with a path"
        case .elsewhere(let inherited, let configured):
            "cannot serve \(inherited), where systemd listens: the configuration says \(configured); let ListenStream= in "
                + "outguided.socket and “socket” in outguided.yaml agree"
        }
    }
}
