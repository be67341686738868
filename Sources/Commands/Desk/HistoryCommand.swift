import ArgumentParser
import DaemonClient
import Wire

struct HistoryCommand: DaemonCommand {
    static let configuration = CommandConfiguration(
        commandName: "history",
        abstract: "Show what happened to a thing, newest first.",
        discussion: """
            Entries marked “implied” moved something that held the thing. With --json an array of entries, with \
            --quiet their numbers.

            Example:
              outguide history FD0000000018 --limit 20
            """
    )

    @Argument(help: ArgumentHelp("A barcode of the thing.", valueName: "barcode"))
    var barcode: BarcodeArgument

    @Option(help: "At most so many entries; 0 for all.")
    var limit = ListLimit(count: API.standardPage)

    @OptionGroup var global: GlobalOptions

    func run(_ daemon: DaemonClient, _ output: Output) async throws {
        let list = await ListOutput<EntryResource>(output)
        try await PageReader(limit: limit.count).follow { limit, cursor in
            let page = try await daemon.history(of: barcode.text, limit: limit, cursor: cursor)
            return (page.entries, page.next)
        } take: { rows in
            try await list.add(rows)
        }
        try await list.finish(emptiness: "nothing has happened to \(barcode.text)")
    }
}
