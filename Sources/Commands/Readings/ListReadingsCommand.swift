import ArgumentParser
import DaemonClient
import Wire

struct ListReadingsCommand: DaemonCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "List readings, newest first.",
        discussion: """
            Everything that any gun ever read is kept as it came, refused or not. With --quiet the numbers alone.

            Example:
              outguide reading list --limit 20
            """,
        aliases: ["ls"]
    )

    @Option(help: "At most so many rows; 0 for all.")
    var limit = ListLimit(count: API.standardPage)

    @OptionGroup var global: GlobalOptions

    func run(_ daemon: DaemonClient, _ output: Output) async throws {
        let list = await ListOutput<ReadingResource>(output)
        try await PageReader(limit: limit.count).follow { limit, cursor in
            let page = try await daemon.readings(limit: limit, cursor: cursor)
            return (page.readings, page.next)
        } take: { rows in
            try await list.add(rows)
        }
        try await list.finish(emptiness: "nothing was ever read")
    }
}
