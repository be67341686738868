import ArgumentParser
import DaemonClient
import Glibc
import Wire

/// The options that every command accepts.
struct GlobalOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "The socket of the daemon.",
            discussion: """
                Without it: OUTGUIDE_SOCKET, else outguide.sock in OUTGUIDE_STATE_DIR, else \
                /run/outguide/outguide.sock, else outguide/outguide.sock in XDG_STATE_HOME (~/.local/state).
                """,
            valueName: "path"
        ),
        completion: .file()
    )
    var socket: String?

    @Flag(help: "Print JSON for programs.")
    var json = false

    @Flag(name: .shortAndLong, help: "Print identifiers only, one per line, and warnings.")
    var quiet = false

    func validate() throws {
        if socket == "" { throw ValidationError("--socket needs a path") }
    }

    var format: OutputFormat { json ? .json : quiet ? .quiet : .people }

    /// Returns a client for these requests, on the socket that the options and the environment specify.
    func client(asks: [EndpointOutline], awaitsStart: Bool = false) -> DaemonClient {
        let path = SocketPath.resolve(
            option: socket,
            environment: Self.environment,
            exists: { access($0, F_OK) == 0 }
        )
        return DaemonClient(
            socketPath: path,
            asks: asks,
            awaitsStart: awaitsStart,
            noteTimeZone: { SiteClock.current.learn($0) }
        )
    }

    static func environment(_ name: String) -> String? { getenv(name).map { String(cString: $0) } }
}
