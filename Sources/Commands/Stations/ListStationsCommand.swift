import ArgumentParser
import DaemonClient
import Wire

struct ListStationsCommand: DaemonCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "List the stations, and what they have open.",
        discussion: """
            Those of the configuration, those that scanned lately, and those that have a gun. With --quiet their names.

            Example:
              outguide station list
            """,
        aliases: ["ls"]
    )

    @OptionGroup var global: GlobalOptions

    func run(_ daemon: DaemonClient, _ output: Output) async throws {
        let list = await ListOutput<StationResource>(output)
        try await list.add(try await daemon.stations().stations)
        try await list.finish(emptiness: "no station has scanned yet")
    }
}
