import ArgumentParser
import CommandBasics
import DaemonClient
import Terminal
import Wire

struct ListAccessCommand: DaemonCommand {
    static var asks: [EndpointOutline] { [API.Access.list.outline] }

    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "List the access record, newest first.",
        discussion: """
            Examples:
              outguide access list --limit 20
              outguide access list --of FD0000000018
            """,
        aliases: ["ls"]
    )

    @Option(help: ArgumentHelp("Only rows about this item.", valueName: "barcode"))
    var of: BarcodeArgument?

    @Option(help: "At most this many rows, newest first; 0 for all.")
    var limit = ListLimit(count: API.standardPage)

    @OptionGroup var global: GlobalOptions

    func run(_ daemon: DaemonClient, _ output: Output) async throws {
        try await output.show(
            API.Access.list,
            query: [API.Access.of.set(of?.text)],
            of: daemon,
            limit,
            emptiness: "nothing was recorded"
        )
    }
}
