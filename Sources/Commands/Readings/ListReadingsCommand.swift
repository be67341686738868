import ArgumentParser
import DaemonClient
import Wire

struct ListReadingsCommand: DaemonCommand {
    static var asks: [EndpointOutline] { [API.Readings.list.outline] }

    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "List readings, newest first.",
        discussion: """
            Every reading of every scanner is kept as it came, refused or not. With --quiet, prints numbers only.

            Example:
              outguide reading list --limit 20
            """,
        aliases: ["ls"]
    )

    @Option(help: "At most this many rows, newest first; 0 for all.")
    var limit = ListLimit(count: API.standardPage)

    @OptionGroup var global: GlobalOptions

    func run(_ daemon: DaemonClient, _ output: Output) async throws {
        try await ListOutput<ReadingResource>(output).show(limit, emptiness: "nothing was ever read") { limit, cursor in
            try await daemon.ask(API.Readings.list, query: [Parameter.limit.set(limit), Parameter.cursor.set(cursor)])
        }
    }
}
