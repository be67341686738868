import ArgumentParser
import CommandBasics
import DaemonClient
import Terminal
import Wire

struct ListLabelTemplatesCommand: DaemonCommand {
    static var asks: [EndpointOutline] { [API.LabelTemplates.list.outline] }

    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "List label templates.",
        discussion: """
            Example:
              outguide label template list
            """,
        aliases: ["ls"]
    )

    @Option(help: "At most this many rows, by name; 0 for all.")
    var limit = ListLimit(count: nil)

    @OptionGroup var global: GlobalOptions

    func run(_ daemon: DaemonClient, _ output: Output) async throws {
        try await output.show(API.LabelTemplates.list, of: daemon, limit, emptiness: "there are no label templates")
    }
}
