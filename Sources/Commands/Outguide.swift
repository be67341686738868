public import ArgumentParser
import CommandBasics
import DaemonClient
import Glibc
import Localization
import LogCommands
import Terminal
import Wire

/// The command tree of `outguide`.
public struct Outguide: AsyncParsableCommand {
    public static let configuration = CommandConfiguration(
        commandName: "outguide",
        abstract: Message("Show where every box and folder is, who has it, and how it got there."),
        discussion: Message(
            """
            Outguide keeps a log of every move of every barcoded thing. This program asks outguided, the daemon \
            that keeps the log.

            A first hour:
              outguide location add --name "Room 1"
              outguide container add --title "Smith v. Jones" --parent LC000000001H
              outguide label print BX0000000014
              outguide scan
              outguide where BX0000000014

            Tables and sentences are for people and may change. Programs use --json, or --quiet for identifiers \
            alone. Data goes to standard output, remarks and errors to standard error. With --json an error is one line of \
            JSON there: kind, detail and exitStatus; a warning has kind and detail.

            Exit status: 0 done, 1 refused by a rule, 3 not found, 4 conflict, 5 not permitted, 6 done from \
            a log that the daemon does not trust, 64 wrong usage, 69 daemon unreachable, 70 a bug, 74 a file or stream failed.
            """
        ),
        version: Version.text,
        groupedSubcommands: [
            CommandGroup(
                name: Message("At the desk"),
                subcommands: [
                    ScanCommand.self, WhereCommand.self, HistoryCommand.self, ContentsCommand.self,
                    MoveCommand.self, ChargeOutCommand.self, ReturnCommand.self, RefileCommand.self,
                    HandOverCommand.self, RenewCommand.self, OverdueCommand.self, SearchCommand.self,
                    DecodeCommand.self, WatchCommand.self, StatusCommand.self,
                ]
            ),
            CommandGroup(
                name: Message("Things"),
                subcommands: [
                    KindedEntityCommand<ItemNoun>.self, KindedEntityCommand<ContainerNoun>.self, LocationCommand.self,
                    CustodianCommand.self, DocumentCommand.self, LabelCommand.self, PrinterCommand.self,
                    ReadingCommand.self, ScannerCommand.self, StationCommand.self, PullListCommand.self,
                    HoldCommand.self, OrderCommand.self, SuppliesCommand.self,
                ]
            ),
            CommandGroup(name: Message("The log"), subcommands: [LogCommand.self] + LogCommands.backups),
            CommandGroup(name: Message("Looking after it"), subcommands: [DoctorCommand.self, AccessCommand.self]),
        ]
    )

    // Declared here as well as in each command, so that these options may also precede the command.
    @OptionGroup var global: GlobalOptions

    public init() {}
}

/// The version of the programs.
enum Version {
    static let text = "0.1.0"
}

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
            await end(CommandFailure(.usage, Message(verbatim: error.description)), format)
        } catch StreamError.nobodyReads {
            // End like other tools whose reader has closed the pipe. The networking library ignores the signal by
            // default.
            signal(SIGPIPE, SIG_DFL)
            kill(getpid(), SIGPIPE)
            Glibc.exit(ExitCodes.done.rawValue)
        } catch let error as StreamError {
            await end(CommandFailure(.inputOutput, error.message), format)
        } catch {
            if let failure = words.flatMap({ UsageFailure($0).failure(for: error) }) { await end(failure, format) }
            // A request for help or the version.
            guard exitCode(for: error) == .success else { exit(withError: error) }
            print(HelpScreen.text(fullMessage(for: error)))
            Glibc.exit(ExitCodes.done.rawValue)
        }
    }

    private static func end(_ failure: CommandFailure, _ format: OutputFormat) async -> Never {
        if let message = failure.message { await Output.report(message, failure.document, format) }
        Glibc.exit(failure.code.rawValue)
    }
}
