import ArgumentParser
import CommandBasics
import DaemonClient
import Terminal
import Wire

struct RenewCommand: DaemonCommand {
    static var asks: [EndpointOutline] { [API.ChargeOuts.renew.outline] }

    static let configuration = CommandConfiguration(
        commandName: "renew",
        abstract: "Extend due dates.",
        discussion: """
            From now on for as long as the configuration says, or until --due. How often is in the configuration too.

            Example:
              outguide renew FD0000000018 --due 2027-01-31
            """
    )

    @Argument(help: ArgumentHelp("Barcodes of the items.", valueName: "barcode"))
    var barcodes: [BarcodeArgument]

    @Option(help: ArgumentHelp("The due date; a day ends at midnight at the site.", valueName: "time"))
    var due: MomentArgument?

    @OptionGroup var global: GlobalOptions

    func run(_ daemon: DaemonClient, _ output: Output) async throws {
        let request = RenewalRequest(barcodes: barcodes.map(\.text), due: due?.text)
        let list = await ListOutput<ChargeOutResource>(output)
        try await list.add(try await daemon.ask(API.ChargeOuts.renew, request).items)
        try await list.finish(emptiness: "nothing was renewed")
    }
}
