import ArgumentParser
import CommandBasics
import DaemonClient
import Terminal
import Wire

struct ListLabelBatchesCommand: DaemonCommand {
    static var asks: [EndpointOutline] { [API.LabelBatches.list.outline] }

    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "List label runs, newest first.",
        discussion: """
            Example:
              outguide label batch list --open
            """,
        aliases: ["ls"]
    )

    @Flag(help: "Only open runs.")
    var open = false

    @Option(help: "At most this many rows, newest first; 0 for all.")
    var limit = ListLimit(count: API.standardPage)

    @OptionGroup var global: GlobalOptions

    func run(_ daemon: DaemonClient, _ output: Output) async throws {
        try await output.show(
            API.LabelBatches.list,
            query: [API.LabelBatches.open.set(open)],
            of: daemon,
            limit,
            emptiness: open ? "no run of labels is open" : "no labels were printed yet"
        )
    }
}
