import ArgumentParser
import CommandBasics
import DaemonClient
import Localization
package import Terminal
package import Wire

/// The subcommands for the key that signs the log.
struct LogKeyCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "key",
        abstract: Message("Show the key that signs the log, or change it."),
        subcommands: [ShowLogKeyCommand.self, ChangeLogKeyCommand.self],
        defaultSubcommand: ShowLogKeyCommand.self
    )
}

struct ShowLogKeyCommand: DaemonCommand {
    static var asks: [EndpointOutline] { [API.LogKeys.show.outline] }
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: Message("Show the public key that signs the log, and earlier keys."),
        discussion: Message(
            """
            Give the key to people who verify proofs in a form that cannot be altered on the way, such as a letter. It \
            is public and reveals nothing.

            Examples:
              outguide log key
              outguide log key --quiet > key.txt
            """
        )
    )

    @OptionGroup var global: GlobalOptions

    func run(_ daemon: DaemonClient, _ output: Output) async throws {
        try await output.show(try await daemon.ask(API.LogKeys.show))
    }
}

struct ChangeLogKeyCommand: DaemonCommand {
    static var asks: [EndpointOutline] { [API.LogKeys.change.outline] }
    static let showsTrust = true
    static let configuration = CommandConfiguration(
        commandName: "change",
        abstract: Message("Replace the key that signs the log."),
        discussion: Message(
            """
            Use it when somebody may have read the key, or when it is lost. The log records the change as an entry, \
            and the next checkpoint bears both signatures unless the old key is lost. Announce the new key to those \
            who check proofs. \(requirement, "requirement")

            If the last checkpoint is lost as well, the entry says so. Nothing outside the log then shows that no \
            entries were removed, so compare the log with a checkpoint on paper first.

            Example:
              outguide log key change --reason "new server"
            """
        )
    )

    @Option(help: ArgumentHelp(Message("The reason, in one line."), valueName: Message("text", context: "value")))
    var reason: String
    @OptionGroup var global: GlobalOptions

    func run(_ daemon: DaemonClient, _ output: Output) async throws {
        try await output.show(try await daemon.ask(API.LogKeys.change, KeyChangeRequest(reason: reason)))
    }
}

extension LogKeyResource: Presentable {
    package var lines: [StyledText] {
        [StyledText(key)] + formerKeys.map { StyledText(Message("before: \($0, "key")")) }
    }
    package var identifiers: [String] { [key] }
}
