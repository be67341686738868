import ArgumentParser
import CommandBasics
import DaemonClient
import Terminal
import Wire

struct NotFoundCommand: DaemonCommand {
    static var asks: [EndpointOutline] { [API.PullLists.noteNotFound.outline] }

    static let configuration = CommandConfiguration(
        commandName: "not-found",
        abstract: "Record that listed items were not found.",
        discussion: """
            Moves nothing. An item that turns up later can still be pulled.

            Example:
              outguide pull-list not-found PL0000000010 FD0000000018
            """
    )

    @Argument(help: ArgumentHelp("The barcode of the list.", valueName: "list"))
    var list: BarcodeArgument

    @Argument(help: ArgumentHelp("Barcodes of the items.", valueName: "barcode"))
    var barcodes: [BarcodeArgument]

    @OptionGroup var global: GlobalOptions

    func run(_ daemon: DaemonClient, _ output: Output) async throws {
        let request = PullListThingsRequest(barcodes: barcodes.map(\.text))
        try await output.show(try await daemon.ask(API.PullLists.noteNotFound, at: list.text, request))
    }
}
