import ArgumentParser
import CommandBasics
import DaemonClient
import Terminal
import Wire

struct PullCommand: DaemonCommand {
    static var asks: [EndpointOutline] { [API.PullLists.pull.outline] }

    static let configuration = CommandConfiguration(
        commandName: "pull",
        abstract: "Record listed items as pulled and in transit to the requester.",
        discussion: """
            All of the items are pulled, or none. They are in transit until the requester accepts them with “outguide \
            hand-over --accept”, or with badge and items at a station.

            Example:
              outguide pull-list pull PL0000000010 FD0000000018
            """
    )

    @Argument(help: ArgumentHelp("The barcode of the list.", valueName: "list"))
    var list: BarcodeArgument

    @Argument(help: ArgumentHelp("Barcodes of the items.", valueName: "barcode"))
    var barcodes: [BarcodeArgument]

    @OptionGroup var global: GlobalOptions

    func run(_ daemon: DaemonClient, _ output: Output) async throws {
        let request = PullListThingsRequest(barcodes: barcodes.map(\.text))
        try await output.show(try await daemon.ask(API.PullLists.pull, at: list.text, request))
    }
}
