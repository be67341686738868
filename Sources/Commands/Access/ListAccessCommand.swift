import ArgumentParser
import DaemonClient
import Wire

struct ListAccessCommand: DaemonCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "List who looked, newest first.",
        discussion: """
            Examples:
              outguide access list --limit 20
              outguide access list --of FD0000000018
            """,
        aliases: ["ls"]
    )

    @Option(help: ArgumentHelp("Only what was about this thing.", valueName: "barcode"))
    var of: BarcodeArgument?

    @Option(help: "At most so many rows; 0 for all.")
    var limit = ListLimit(count: API.standardPage)

    @OptionGroup var global: GlobalOptions

    func run(_ daemon: DaemonClient, _ output: Output) async throws {
        let list = await ListOutput<AccessResource>(output)
        try await PageReader(limit: limit.count).follow { limit, cursor in
            let page = try await daemon.accesses(of: of?.text, limit: limit, cursor: cursor)
            return (page.accesses, page.next)
        } take: { rows in
            try await list.add(rows)
        }
        try await list.finish(emptiness: "nothing was recorded")
    }
}
