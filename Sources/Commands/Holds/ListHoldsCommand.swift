import ArgumentParser
import CommandBasics
import DaemonClient
import Terminal
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
        try await output.show(API.Holds.list, of: daemon, limit, emptiness: "nothing is held") {
            HeldThing(entry: $0)
        }
    }
}
