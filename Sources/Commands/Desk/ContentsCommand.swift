import ArgumentParser
import DaemonClient
import Wire

struct ContentsCommand: DaemonCommand {
    static let configuration = CommandConfiguration(
        commandName: "contents",
        abstract: "List what is directly in a place, in a container or with a custodian.",
        discussion: """
            Example:
              outguide contents LC000000001H
            """
    )

    @Argument(help: ArgumentHelp("The barcode of the place.", valueName: "barcode"))
    var barcode: BarcodeArgument

    @OptionGroup var global: GlobalOptions

    func run(_ daemon: DaemonClient, _ output: Output) async throws {
        let list = await ListOutput<ContentsResource>(output)
        try await PageReader(limit: nil).follow { limit, cursor in
            let page = try await daemon.contents(of: barcode.text, limit: limit, cursor: cursor)
            return (page.contents, page.next)
        } take: { rows in
            try await list.add(rows)
        }
        try await list.finish(emptiness: "\(barcode.text) holds nothing")
    }
}
