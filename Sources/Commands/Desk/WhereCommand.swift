import ArgumentParser
import DaemonClient

struct WhereCommand: DaemonCommand {
    static let configuration = CommandConfiguration(
        commandName: "where",
        abstract: "Show where an item is or was, and who has it.",
        discussion: """
            Names the place with all that is around it, since when, and the entry of the log that says so. “Seen \
            implied” means that something that holds it was moved later. With --quiet only the barcode of the place.

            With --at it says where the thing was at that time; of a day or a minute the end is meant. Entries that are \
            voided do not count. \(MomentArgument.forms)

            Examples:
              outguide where BX0000000014
              outguide where BX0000000014 --at 2026-01-31
            """
    )

    @Argument(help: ArgumentHelp("A barcode of the thing.", valueName: "barcode"))
    var barcode: BarcodeArgument

    @Option(help: ArgumentHelp("Where it was at this time.", valueName: "time"))
    var at: MomentArgument?

    @OptionGroup var global: GlobalOptions

    func run(_ daemon: DaemonClient, _ output: Output) async throws {
        let whereabouts = try await daemon.whereabouts(of: barcode.text, at: at?.text)
        guard let at else { return try await output.show(whereabouts) }
        try await output.show(PastWhereabouts(whereabouts: whereabouts, moment: at.text))
    }
}
