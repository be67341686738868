/// Finds the socket of the daemon.
enum SocketPath {
    /// Where an installed daemon listens.
    static let installed = "/run/outguide/outguide.sock"

    /// The first of: the option, `OUTGUIDE_SOCKET`, the socket in `OUTGUIDE_STATE_DIR`, that of the installed
    /// daemon if it is there, that in the user's state directory (XDG Base Directory 0.8).
    ///
    /// When none is there it is the installed one, so that the message names the usual place.
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
