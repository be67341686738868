import ArgumentParser
import DaemonClient
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
        try await ListOutput<StationResource>(output).show(limit, emptiness: "no station has scanned yet") {
            limit,
            cursor in
            try await daemon.ask(API.Stations.list, query: [Parameter.limit.set(limit), Parameter.cursor.set(cursor)])
        }
    }
}
