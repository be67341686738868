/// Finds the socket of the daemon.
enum SocketPath {
    /// The socket of an installed daemon.
    static let installed = "/run/outguide/outguide.sock"

    /// Returns the first of: the option, `OUTGUIDE_SOCKET`, the socket in `OUTGUIDE_STATE_DIR`, that of the installed
    /// daemon if it exists, that in the user's state directory (XDG Base Directory 0.8).
    ///
    /// If none exists, returns that of the installed daemon, so that the message names the usual path.
    static func resolve(
        option: String?,
        environment: (String) -> String?,
        exists: (String) -> Bool
    ) -> String {
        func value(_ name: String) -> String? { environment(name).flatMap { $0.isEmpty ? nil : $0 } }
        if let option { return option }
        if let named = value("OUTGUIDE_SOCKET") { return named }
        if let directory = value("OUTGUIDE_STATE_DIR") { return directory + "/outguide.sock" }
        if exists(installed) { return installed }
        guard let state = value("XDG_STATE_HOME") ?? value("HOME").map({ $0 + "/.local/state" }) else {
            return installed
        }
        let own = state + "/outguide/outguide.sock"
        return exists(own) ? own : installed
    }
}
