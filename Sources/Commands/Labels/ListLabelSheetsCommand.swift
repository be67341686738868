import ArgumentParser
import CommandBasics
import DaemonClient
import Terminal
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
        try await output.show(API.LabelSheets.list, of: daemon, limit, emptiness: "no sheet is begun")
    }
}
