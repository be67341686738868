import ArgumentParser
import DaemonClient
import Wire

struct ListLabelSheetsCommand: DaemonCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "List the sheets of labels that are begun.",
        discussion: """
            Example:
              outguide label sheet list
            """,
        aliases: ["ls"]
    )

    @OptionGroup var global: GlobalOptions

    func run(_ daemon: DaemonClient, _ output: Output) async throws {
        let list = await ListOutput<LabelSheetResource>(output)
        try await list.add(try await daemon.labelSheets().sheets)
        try await list.finish(emptiness: "no sheet is begun")
    }
}
