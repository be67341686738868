import ArgumentParser
import DaemonClient
import Wire

struct ListLabelSheetsCommand: DaemonCommand {
    static var asks: [EndpointOutline] { [API.LabelSheets.list.outline] }

    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "List partly used label sheets.",
        discussion: """
            Example:
              outguide label sheet list
            """,
        aliases: ["ls"]
    )

    @Option(help: "At most this many rows, by template; 0 for all.")
    var limit = ListLimit(count: nil)

    @OptionGroup var global: GlobalOptions

    func run(_ daemon: DaemonClient, _ output: Output) async throws {
        try await ListOutput<LabelSheetResource>(output).show(limit, emptiness: "no sheet is begun") { limit, cursor in
            try await daemon.ask(
                API.LabelSheets.list,
                query: [Parameter.limit.set(limit), Parameter.cursor.set(cursor)]
            )
        }
    }
}
