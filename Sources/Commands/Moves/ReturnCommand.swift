import ArgumentParser
import CommandBasics
import DaemonClient
import Terminal
import Wire

struct ReturnCommand: DaemonCommand {
    static var asks: [EndpointOutline] { [API.ChargeOuts.giveBack.outline] }

    static let configuration = CommandConfiguration(
        commandName: "return",
        abstract: "Return charged-out items.",
        discussion: """
            All of the things are returned, or none; each must be charged out, or on its way. They are then at the place of \
            --to; “outguide refile” puts them where they belong. The alias checkin does the same.

            Example:
              outguide return FD0000000018 --to LC000000001H
            """,
        aliases: ["checkin"]
    )

    @Argument(help: ArgumentHelp("Barcodes of the items.", valueName: "barcode"))
    var barcodes: [BarcodeArgument]

    @Option(help: ArgumentHelp("The location or container where the items are put.", valueName: "barcode"))
    var to: BarcodeArgument

    @OptionGroup var global: GlobalOptions

    func run(_ daemon: DaemonClient, _ output: Output) async throws {
        try await output.show(
            try await daemon.ask(API.ChargeOuts.giveBack, ReturnRequest(barcodes: barcodes.map(\.text), to: to.text))
        )
    }
}
