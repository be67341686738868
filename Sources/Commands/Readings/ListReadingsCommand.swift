import ArgumentParser
import CommandBasics
import DaemonClient
import Terminal
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
        try await output.show(API.Readings.list, of: daemon, limit, emptiness: "nothing was ever read")
    }
}
