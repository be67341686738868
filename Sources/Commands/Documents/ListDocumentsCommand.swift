import ArgumentParser
import DaemonClient
import Wire

struct ListDocumentsCommand: DaemonCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "List documents, oldest first.",
        discussion: """
            Example:
              outguide document list FD0000000018
            """,
        aliases: ["ls"]
    )

    @Argument(help: ArgumentHelp("Its barcode; all things when absent.", valueName: "barcode"))
    var barcode: BarcodeArgument?

    @Option(help: "At most so many rows, the oldest; 0 for all.")
    var limit = ListLimit(count: nil)

    @OptionGroup var global: GlobalOptions

    func run(_ daemon: DaemonClient, _ output: Output) async throws {
        try await ListOutput<DocumentResource>(output).show(limit, emptiness: "no documents are filed") {
            limit,
            cursor in
            try await daemon.documents(of: barcode?.text, limit: limit, cursor: cursor)
        }
    }
}
