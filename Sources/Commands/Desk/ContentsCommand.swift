import ArgumentParser
import DaemonClient
import Wire

struct ContentsCommand: DaemonCommand {
    static let configuration = CommandConfiguration(
        commandName: "contents",
        abstract: "List what is, or was, directly in a place, in a container or with a custodian.",
        discussion: """
            With --at what was there at that time: 2026-01-31T13:45:00Z, or “2026-01-31 13:45 UTC”. A minute or a \
            day alone (2026-01-31, in UTC) means its end.

            Examples:
              outguide contents LC000000001H
              outguide contents LC000000001H --at 2026-01-31
            """
    )

    @Argument(help: ArgumentHelp("The barcode of the place.", valueName: "barcode"))
    var barcode: BarcodeArgument

    @Option(help: ArgumentHelp("What was there at this time.", valueName: "time"))
    var at: MomentArgument?

    @OptionGroup var global: GlobalOptions

    func run(_ daemon: DaemonClient, _ output: Output) async throws {
        let list = await ListOutput<ContentsResource>(output)
        try await PageReader(limit: nil).follow { limit, cursor in
            let page = try await daemon.contents(of: barcode.text, at: at?.last, limit: limit, cursor: cursor)
            return (page.contents, page.next)
        } take: { rows in
            try await list.add(rows)
        }
        try await list.finish(emptiness: "\(barcode.text) \(at == nil ? "holds" : "held") nothing")
    }
}
