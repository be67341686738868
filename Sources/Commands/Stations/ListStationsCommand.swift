import ArgumentParser
import CommandBasics
import DaemonClient
import Terminal
import Wire

struct ListStationsCommand: DaemonCommand {
    static var asks: [EndpointOutline] { [API.Stations.list.outline] }

    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "List stations and their open contexts.",
        discussion: """
            Lists stations in the configuration, stations with recent scans, and stations with a scanner. With \
            --quiet, prints names only.

            Example:
              outguide station list
            """,
        aliases: ["ls"]
    )

    @Option(help: "At most this many rows, by name; 0 for all.")
    var limit = ListLimit(count: nil)

    @OptionGroup var global: GlobalOptions

    func run(_ daemon: DaemonClient, _ output: Output) async throws {
        try await output.show(API.Stations.list, of: daemon, limit, emptiness: "no station has scanned yet")
    }
}
