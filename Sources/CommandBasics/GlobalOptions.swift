import ArgumentParser
import DaemonClient
import Glibc
import Localization
package import Terminal
import Wire

/// The options that every command accepts.
package struct GlobalOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            Message("The socket of the daemon."),
            discussion: Message(
                """
                Without it: OUTGUIDE_SOCKET, else outguide.sock in OUTGUIDE_STATE_DIR, else \
                /run/outguide/outguide.sock, else outguide/outguide.sock in XDG_STATE_HOME (~/.local/state).
                """
            ),
            valueName: Message("path", context: "value")
        ),
        completion: .file()
    )
    var socket: String?

    @Flag(help: ArgumentHelp(Message("Print JSON for programs."))) var json = false
    @Flag(name: .shortAndLong, help: ArgumentHelp(Message("Print identifiers only, one per line, and warnings.")))
    var quiet = false

    package init() {}

    /// Checks the options.
    ///
    /// - Throws: `ValidationError` if the path of the socket is empty.
    package func validate() throws {
        if socket == "" { throw ValidationError("--socket needs a path") }
    }

    package var format: OutputFormat { json ? .json : quiet ? .quiet : .people }

    /// Returns a client for these requests, on the socket that the options and the environment specify.
    func client(asks: [EndpointOutline], awaitsStart: Bool = false) -> DaemonClient {
        let path = SocketPath.resolve(
            option: socket,
            environment: Output.environment,
            exists: { access($0, F_OK) == 0 }
        )
        return DaemonClient(
            socketPath: path,
            asks: asks,
            awaitsStart: awaitsStart,
            // Programs read English.
            language: format == .json ? nil : Reader.current.acceptLanguage,
            noteTimeZone: { SiteClock.current.learn($0) }
        )
    }
}

/// Finds the socket of the daemon.
enum SocketPath {
    /// The socket of an installed daemon.
    static let installed = "/run/outguide/outguide.sock"

    /// Returns the first of: the option, `OUTGUIDE_SOCKET`, the socket in `OUTGUIDE_STATE_DIR`, that of the installed
    /// daemon if it exists, that in the user's state directory (XDG Base Directory 0.8).
    ///
    /// If none exists, returns that of the installed daemon, so that the message names the usual path.
    static func resolve(option: String?, environment: (String) -> String?, exists: (String) -> Bool) -> String {
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
