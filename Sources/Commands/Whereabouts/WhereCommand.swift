import ArgumentParser
import CommandBasics
import DaemonClient
import Terminal
import Wire

struct WhereCommand: DaemonCommand {
    static var asks: [EndpointOutline] { [API.Whereabouts.show.outline] }

    static let configuration = CommandConfiguration(
        commandName: "where",
        abstract: "Show where an item is or was, and who has it.",
        discussion: """
            Shows the location with everything around it, since when, and the entry that says so. “Seen implied” means \
            that a container of the item was moved later. With --quiet, prints the barcode of the location only.

            With --at, shows where the item was at that time; a day or a minute means its end. Voided entries do not \
            count. \(MomentArgument.forms)

            Examples:
              outguide where BX0000000014
              outguide where BX0000000014 --at 2026-01-31
            """
    )

    @Argument(help: ArgumentHelp("A barcode of the item.", valueName: "barcode"))
    var barcode: BarcodeArgument

    @Option(help: ArgumentHelp("Show the location at this time.", valueName: "time"))
    var at: MomentArgument?

    @OptionGroup var global: GlobalOptions

    func run(_ daemon: DaemonClient, _ output: Output) async throws {
        let whereabouts = try await daemon.ask(
            API.Whereabouts.show,
            at: barcode.text,
            query: [API.Whereabouts.at.set(at?.text)]
        )
        guard let at else { return try await output.show(whereabouts) }
        try await output.show(PastWhereabouts(whereabouts: whereabouts, moment: at.text))
    }
}
