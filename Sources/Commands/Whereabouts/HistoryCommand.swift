import ArgumentParser
import CommandBasics
import DaemonClient
import Terminal
import Wire

struct HistoryCommand: DaemonCommand {
    static var asks: [EndpointOutline] { [API.Whereabouts.history.outline] }

    static let configuration = CommandConfiguration(
        commandName: "history",
        abstract: "Show the history of an item, newest first.",
        discussion: """
            “implied” marks entries that moved a container of the item. “back-dated” marks entries whose time was \
            stated afterwards. Entries “voided by” a later entry no longer count. With --quiet, prints entry numbers \
            only.

            --since and --until limit the list to a period, including both ends; a minute or a day is included whole. \
            \(MomentArgument.forms)

            Examples:
              outguide history FD0000000018 --limit 20
              outguide history FD0000000018 --since 2026-01-01 --until 2026-01-31
            """
    )

    @Argument(help: ArgumentHelp("A barcode of the item.", valueName: "barcode"))
    var barcode: BarcodeArgument

    @Option(help: ArgumentHelp("Only entries at or after this time.", valueName: "time"))
    var since: MomentArgument?

    @Option(help: ArgumentHelp("Only entries at or before this time.", valueName: "time"))
    var until: MomentArgument?

    @Option(help: "At most this many entries, newest first; 0 for all.")
    var limit = ListLimit(count: API.standardPage)

    @OptionGroup var global: GlobalOptions

    func run(_ daemon: DaemonClient, _ output: Output) async throws {
        let period = since == nil && until == nil ? "" : " in that period"
        try await output.show(
            API.Whereabouts.history,
            at: barcode.text,
            query: [API.Whereabouts.since.set(since?.text), API.Whereabouts.until.set(until?.text)],
            of: daemon,
            limit,
            emptiness: "nothing has happened to \(barcode.text)\(period)"
        )
    }
}
