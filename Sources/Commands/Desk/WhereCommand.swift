import ArgumentParser
import DaemonClient

struct WhereCommand: DaemonCommand {
    static let configuration = CommandConfiguration(
        commandName: "where",
        abstract: "Say where a thing is, or who has it.",
        discussion: """
            Names the place with all that is around it, since when, and the entry of the log that says so. “Seen \
            implied” means that something that holds it was moved later. With --quiet only the barcode of the place.

            Example:
              outguide where BX0000000014
            """
    )

    @Argument(help: ArgumentHelp("A barcode of the thing.", valueName: "barcode"))
    var barcode: BarcodeArgument

    @OptionGroup var global: GlobalOptions

    func run(_ daemon: DaemonClient, _ output: Output) async throws {
        try await output.show(try await daemon.whereabouts(of: barcode.text))
    }
}
