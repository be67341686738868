import ArgumentParser
import DaemonClient
import Wire

struct ListPullListsCommand: DaemonCommand {
    static var asks: [EndpointOutline] { [API.PullLists.list.outline] }

    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "List pull lists, newest first.",
        discussion: """
            Lists pull lists with open items; with --all, completed and cancelled ones too.

            Example:
              outguide pull-list list --all
            """,
        aliases: ["ls"]
    )

    @Flag(help: "Include completed and cancelled lists.")
    var all = false

    @Option(help: "At most this many rows, newest first; 0 for all.")
    var limit = ListLimit(count: API.standardPage)

    @OptionGroup var global: GlobalOptions

    func run(_ daemon: DaemonClient, _ output: Output) async throws {
        try await ListOutput<PullListResource>(output).show(
            limit,
            emptiness: all ? "there are no pull lists" : "nothing is to be fetched"
        ) { limit, cursor in
            try await daemon.ask(
                API.PullLists.list,
                query: [API.PullLists.open.set(!all), Parameter.limit.set(limit), Parameter.cursor.set(cursor)]
            )
        }
    }
}
