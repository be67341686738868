import ArgumentParser
import CommandBasics
import DaemonClient
import Glibc
import Terminal
import Wire

extension Outguide {
    /// Runs the command that the arguments of the process name, and ends the process with its status.
    public static func start() async -> Never {
        var words: CommandWords?
        var format = OutputFormat.people
        do {
            let arguments = Array(try ProcessText.arguments().dropFirst())
            try ProcessText.checkEnvironment()
            if arguments.prefix(while: { $0 != "--" }).contains("--json") { format = .json }
            let named = CommandWords(arguments)
            words = named
            // A mistyped command is reported before its options are checked against another command.
            if let failure = named.failure { throw failure }
            var command = try parseAsRoot(arguments)
            if var command = command as? any AsyncParsableCommand {
                try await command.run()
            } else {
                try command.run()
            }
            Glibc.exit(ExitCodes.done.rawValue)
        } catch let failure as CommandFailure {
            await end(failure, format)
        } catch let error as DaemonClientError {
            await end(CommandFailure(error), format)
        } catch let error as ProcessTextError {
            await end(CommandFailure(.usage, error.description), format)
        } catch StreamError.nobodyReads {
            // End like other tools whose reader has closed the pipe. The networking library ignores the signal by
            // default.
            signal(SIGPIPE, SIG_DFL)
            kill(getpid(), SIGPIPE)
            Glibc.exit(ExitCodes.done.rawValue)
        } catch let error as StreamError {
            await end(CommandFailure(.inputOutput, error.description), format)
        } catch {
            if let failure = words.flatMap({ UsageFailure($0).failure(for: error) }) { await end(failure, format) }
            // A request for help or the version.
            exit(withError: error)
        }
    }

    private static func end(_ failure: CommandFailure, _ format: OutputFormat) async -> Never {
        await Output.report(failure.description, failure.document, format)
        Glibc.exit(failure.code.rawValue)
    }
}
