import ArgumentParser
import CommandBasics
import DaemonClient
import Terminal
import Wire

struct ListPrintersCommand: DaemonCommand {
    static var asks: [EndpointOutline] { [API.Printers.list.outline] }

    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "List the printers that CUPS knows.",
        discussion: """
            Example:
              outguide printer list
            """,
        aliases: ["ls"]
    )

    @Option(help: "At most this many rows, by name; 0 for all.")
    var limit = ListLimit(count: nil)

    @OptionGroup var global: GlobalOptions

    func run(_ daemon: DaemonClient, _ output: Output) async throws {
        try await output.show(
            API.Printers.list,
            of: daemon,
            limit,
            emptiness: "CUPS knows no printer; add one with lpadmin"
        )
    }
}
