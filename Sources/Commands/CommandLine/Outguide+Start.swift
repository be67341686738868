import ArgumentParser
import DaemonClient
import Glibc

extension Outguide {
    /// Runs the command that the arguments of the process name, and ends the process with its status.
    public static func start() async -> Never {
        do {
            var command = try parseAsRoot()
            if var command = command as? any AsyncParsableCommand {
                try await command.run()
            } else {
                try command.run()
            }
            Glibc.exit(ExitCodes.done.rawValue)
        } catch let failure as CommandFailure {
            await end(failure)
        } catch let error as DaemonClientError {
            await end(CommandFailure(error))
        } catch StreamError.nobodyReads {
            // As every tool ends whose reader has seen enough; the networking library had the signal ignored.
            signal(SIGPIPE, SIG_DFL)
            kill(getpid(), SIGPIPE)
            Glibc.exit(ExitCodes.done.rawValue)
        } catch let error as StreamError {
            await end(CommandFailure(.inputOutput, error.description))
        } catch {
            // Wrong usage, or a request for help.
            exit(withError: error)
        }
    }

    private static func end(_ failure: CommandFailure) async -> Never {
        if !failure.description.isEmpty { await Output.complain(failure.description) }
        Glibc.exit(failure.code.rawValue)
    }
}
