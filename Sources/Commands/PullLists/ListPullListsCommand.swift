import ArgumentParser
import CommandBasics
import DaemonClient
import Terminal
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
        try await output.show(
            API.PullLists.list,
            query: [API.PullLists.open.set(!all)],
            of: daemon,
            limit,
            emptiness: all ? "there are no pull lists" : "nothing is to be fetched"
        )
    }
}
