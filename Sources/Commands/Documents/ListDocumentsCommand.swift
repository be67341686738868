import ArgumentParser
import CommandBasics
import DaemonClient
import Terminal
import Wire

struct ListDocumentsCommand: DaemonCommand {
    static var asks: [EndpointOutline] { [API.Documents.list.outline] }

    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "List documents, oldest first.",
        discussion: """
            Example:
              outguide document list FD0000000018
            """,
        aliases: ["ls"]
    )

    @Argument(help: ArgumentHelp("The barcode of an item; by default all.", valueName: "barcode"))
    var barcode: BarcodeArgument?

    @Option(help: "At most this many rows, oldest first; 0 for all.")
    var limit = ListLimit(count: nil)

    @OptionGroup var global: GlobalOptions

    func run(_ daemon: DaemonClient, _ output: Output) async throws {
        try await output.show(
            API.Documents.list,
            query: [API.Documents.of.set(barcode?.text)],
            of: daemon,
            limit,
            emptiness: "no documents are filed"
        )
    }
}
