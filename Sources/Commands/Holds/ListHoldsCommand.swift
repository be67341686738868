import ArgumentParser
import DaemonClient
import Wire

struct ListHoldsCommand: DaemonCommand {
    static var asks: [EndpointOutline] { [API.Holds.list.outline] }

    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "List holds in force, oldest first.",
        discussion: """
            Example:
              outguide hold list
            """,
        aliases: ["ls"]
    )

    @Option(help: "At most this many rows, oldest first; 0 for all.")
    var limit = ListLimit(count: nil)

    @OptionGroup var global: GlobalOptions

    func run(_ daemon: DaemonClient, _ output: Output) async throws {
        try await ListOutput<HeldThing>(output).show(limit, emptiness: "nothing is held") { limit, cursor in
            try await daemon.ask(API.Holds.list, query: [Parameter.limit.set(limit), Parameter.cursor.set(cursor)])
        } row: {
            HeldThing(entry: $0)
        }
    }
}
