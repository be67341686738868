import ArgumentParser
import CommandBasics
import DaemonClient
import Terminal
import Wire

struct PlaceHoldCommand: DaemonCommand {
    static var asks: [EndpointOutline] { [API.Holds.place.outline] }

    static let configuration = CommandConfiguration(
        commandName: "place",
        abstract: "Place an item or container on hold.",
        discussion: """
            The hold covers everything in it too. Prints the number of the entry, which releases the hold.

            Example:
              outguide hold place BX0000000014 --order "26-CV-1147, 3 March"
            """
    )

    @Argument(help: ArgumentHelp("A barcode of the item.", valueName: "barcode"))
    var barcode: BarcodeArgument

    @Option(help: ArgumentHelp("The reference of the court's or agency's order.", valueName: "text"))
    var order: String

    @Option(help: ArgumentHelp("The reason, in one line.", valueName: "text"))
    var reason: String?

    @OptionGroup var global: GlobalOptions

    func run(_ daemon: DaemonClient, _ output: Output) async throws {
        let written = try await daemon.ask(
            API.Holds.place,
            HoldRequest(barcode: barcode.text, order: order, reason: reason)
        )
        try await output.show(
            WrittenEntry(entry: written, sentence: "\(barcode.text) is held by entry \(written.entry)")
        )
    }
}
