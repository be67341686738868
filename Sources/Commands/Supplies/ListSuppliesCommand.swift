import ArgumentParser
import CommandBasics
import DaemonClient
import Terminal
import Wire

struct ListSuppliesCommand: DaemonCommand {
    static var asks: [EndpointOutline] { [API.Supplies.list.outline] }

    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "List supplies and remaining stock.",
        discussion: """
            Example:
              outguide supplies list --low
            """,
        aliases: ["ls"]
    )

    @Flag(help: "Only supplies with low stock.")
    var low = false

    @Option(help: "At most this many rows, by name; 0 for all.")
    var limit = ListLimit(count: nil)

    @OptionGroup var global: GlobalOptions

    func run(_ daemon: DaemonClient, _ output: Output) async throws {
        try await output.show(
            API.Supplies.list,
            query: [API.Supplies.low.set(low)],
            of: daemon,
            limit,
            emptiness: low ? "there is enough of everything" : "the configuration names no supplies"
        )
    }
}
