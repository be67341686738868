import ArgumentParser
import DaemonClient
import Wire

struct MoveCommand: DaemonCommand {
    static let configuration = CommandConfiguration(
        commandName: "move",
        abstract: "Move things to a place, into a container or to a custodian.",
        discussion: """
            All of them are moved, or none. A thing that is there already stays, and that is no error. With --json \
            an array of what became of each.

            Example:
              outguide move BX0000000014 BX0000000022 --to LC000000001H --reason "reshelved"
            """
    )

    @Argument(help: ArgumentHelp("Barcodes of the things.", valueName: "barcode"))
    var barcodes: [BarcodeArgument]

    @Option(help: ArgumentHelp("The barcode of the place.", valueName: "barcode"))
    var to: BarcodeArgument

    @Option(help: ArgumentHelp("Why, in one line.", valueName: "text"))
    var reason: String?

    @OptionGroup var global: GlobalOptions

    func run(_ daemon: DaemonClient, _ output: Output) async throws {
        let request = MoveRequest(barcodes: barcodes.map(\.text), to: to.text, reason: reason)
        try await output.show(try await daemon.move(request))
    }
}
