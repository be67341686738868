import ArgumentParser
import CommandBasics
import DaemonClient
import Terminal
import Wire

struct RefileCommand: DaemonCommand {
    static var asks: [EndpointOutline] { [API.ChargeOuts.refile.outline] }

    static let configuration = CommandConfiguration(
        commandName: "refile",
        abstract: "Refile items at their home locations.",
        discussion: """
            Each thing goes to its home; all of them, or none.

            Example:
              outguide refile FD0000000018 FD0000000026
            """
    )

    @Argument(help: ArgumentHelp("Barcodes of the items.", valueName: "barcode"))
    var barcodes: [BarcodeArgument]

    @OptionGroup var global: GlobalOptions

    func run(_ daemon: DaemonClient, _ output: Output) async throws {
        try await output.show(
            try await daemon.ask(API.ChargeOuts.refile, RefileRequest(barcodes: barcodes.map(\.text)))
        )
    }
}
