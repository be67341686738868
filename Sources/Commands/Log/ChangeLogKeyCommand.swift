import ArgumentParser
import DaemonClient
import Wire

struct ChangeLogKeyCommand: DaemonCommand {
    static var asks: [EndpointOutline] { [API.LogKeys.change.outline] }

    static let showsTrust = true

    static let configuration = CommandConfiguration(
        commandName: "change",
        abstract: "Replace the key that signs the log.",
        discussion: """
            For a key that somebody may have read, or that is lost. The log tells the change in an entry, and the next \
            checkpoint bears both signatures unless the old key is lost. Announce the new key to those who check \
            proofs. \(requirement)

            Where the last checkpoint is lost it declares that, too: nothing outside shows any more that no entries were \
            taken away, so compare the log with a checkpoint on paper first.

            Example:
              outguide log key change --reason "new server"
            """
    )

    @Option(help: ArgumentHelp("The reason, in one line.", valueName: "text"))
    var reason: String

    @OptionGroup var global: GlobalOptions

    func run(_ daemon: DaemonClient, _ output: Output) async throws {
        try await output.show(try await daemon.ask(API.LogKeys.change, KeyChangeRequest(reason: reason)))
    }
}
