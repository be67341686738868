import ArgumentParser
import CommandBasics
import DaemonClient
import Terminal
import Wire

struct AddLocationCommand: DaemonCommand {
    static var asks: [EndpointOutline] { [API.Entities.locations.create.outline] }

    static let configuration = CommandConfiguration(
        commandName: "add",
        abstract: "Register a location.",
        discussion: """
            Prints the barcode: a new one that begins with LC, or the number that it already bears.

            Example:
              outguide location add --name "Shelf 3" --parent LC000000001H
            """
    )

    @Option(help: "The name.")
    var name: String

    @Option(help: ArgumentHelp("The parent location.", valueName: "barcode"))
    var parent: BarcodeArgument?

    @Option(help: ArgumentHelp("The number that it already bears; by default one is minted."))
    var barcode: BarcodeArgument?

    @OptionGroup var global: GlobalOptions

    func run(_ daemon: DaemonClient, _ output: Output) async throws {
        let request = NewEntityRequest(name: name, barcode: barcode?.text, parent: parent?.text)
        try await daemon.add(.location, request, showing: output)
    }
}
