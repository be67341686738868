import ArgumentParser
import FoundationEssentials
import Glibc
import Localization
import Logging
import Settings

/// The flags for file locations; a flag overrides the environment, the file and the default.
struct ConfigurationOptions: ParsableArguments {
    @Option(help: "The configuration file (OUTGUIDE_CONFIG; /etc/outguide/outguided.yaml).")
    var config: String?

    @Option(help: "The directory with the transfer log (OUTGUIDE_STATE_DIR; /var/lib/outguide).")
    var stateDir: String?

    @Option(
        help: """
            The Unix socket to serve (OUTGUIDE_SOCKET; outguide.sock in the state directory when that is named, else \
            /run/outguide/outguide.sock).
            """
    )
    var socket: String?

    /// Combines these flags, the environment and the file into a configuration.
    func load() throws -> Configuration {
        let environment = ProcessInfo.processInfo.environment
        var configuration = Configuration.standard
        if let path = config ?? environment["OUTGUIDE_CONFIG"] {
            configuration = try ConfigurationFile(path: path).applied(to: configuration)
        } else if access(Configuration.standardFile, F_OK) == 0 {
            configuration = try ConfigurationFile(path: Configuration.standardFile).applied(to: configuration)
        }
        let fileSocket = configuration.socket
        if let path = stateDir ?? environment["OUTGUIDE_STATE_DIR"] {
            configuration.stateDirectory = try Self.absolute(path, named: Message("the state directory"))
            // A custom state directory gets its own socket.
            if fileSocket == Configuration.standard.socket {
                configuration.socket = configuration.stateDirectory + "/outguide.sock"
            }
        }
        if let path = socket ?? environment["OUTGUIDE_SOCKET"] {
            configuration.socket = try Self.absolute(path, named: Message("the socket"))
        }
        // sun_path has 108 bytes including its terminator (unix(7)).
        guard configuration.socket.utf8.count < 108 else {
            throw ConfigurationError.wrongSetting(
                name: Message("the socket \(configuration.socket, "path")"),
                reason: Message("its path has more than 107 bytes; choose a shorter one with --socket")
            )
        }
        return configuration
    }

    private static func absolute(_ path: String, named name: Message) throws(ConfigurationError) -> String {
        guard !path.isEmpty else { throw .wrongSetting(name: name, reason: Message("its path is empty")) }
        if path.hasPrefix("/") { return path }
        guard let current = getcwd(nil, 0) else {
            throw .wrongSetting(name: name, reason: Message("cannot find the current directory"))
        }
        defer { free(current) }
        return String(cString: current) + "/" + path
    }
}
