public import ArgumentParser
import DaemonServices
import Glibc
import Localization
import Safekeeping
import Settings
import TransferLog
import Wire

/// The command line of the daemon.
public struct Outguided: AsyncParsableCommand {
    public static let configuration = CommandConfiguration(
        commandName: "outguided",
        abstract: "Record where every box and folder is.",
        discussion: """
            Reads barcode scanners, and serves the transfer log on a Unix socket to the outguide command and to other \
            programs. It stays in the foreground, and says what it does on standard error.
            """,
        version: Version.text,
        subcommands: [RunCommand.self, CheckConfigCommand.self, VerifyBackupCommand.self],
        defaultSubcommand: RunCommand.self
    )

    public init() {}

    /// Parses the command line, executes it, and ends the process with an exit status of sysexits.h.
    public static func launch() async -> Never {
        do {
            let arguments = try ProcessText.arguments().dropFirst()
            try ProcessText.checkEnvironment()
            var command = try parseAsRoot(Array(arguments))
            if var command = command as? any AsyncParsableCommand {
                try await command.run()
            } else {
                try command.run()
            }
            Glibc.exit(0)
        } catch let error as ProcessTextError {
            fail(error, status: 64)
        } catch let error as ConfigurationError {
            fail(error, status: 78)
        } catch let error as BackupError {
            fail(error, status: 65)
        } catch let error as StateDirectoryError {
            fail(error, status: 74)
        } catch let error as ListeningSocketError {
            fail(error, status: 74)
        } catch let error as ExclusiveLockError {
            fail(error, status: 75)
        } catch let error as TransferLogError {
            fail(error, status: 74)
        } catch {
            // Usage errors, and requests for help or the version, which are not errors.
            exit(withError: error)
        }
    }

    private static func fail(_ error: any Error & CustomStringConvertible, status: Int32) -> Never {
        let line = "outguided: \(error.description)\n"
        _ = line.withCString { write(STDERR_FILENO, $0, strlen($0)) }
        Glibc.exit(status)
    }
}
