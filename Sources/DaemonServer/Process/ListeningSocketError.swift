/// Why there is no socket to serve.
public enum ListeningSocketError: Error, Sendable, Equatable, CustomStringConvertible {
    case cannotOpen(path: String, reason: String)
    /// Something that is no socket stands in its place.
    case occupied(path: String)
    /// systemd handed over several.
    case tooMany(Int)
    /// What systemd handed over is no Unix socket that takes connections.
    case notAListener
    /// systemd listens in one place, and the configuration names another.
    case elsewhere(inherited: String, configured: String)

    public var description: String {
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
