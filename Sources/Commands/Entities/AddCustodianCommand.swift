import ArgumentParser
import CommandBasics
import DaemonClient
import Terminal
import Wire

struct AddCustodianCommand: DaemonCommand {
    static var asks: [EndpointOutline] { [API.Entities.custodians.create.outline] }

    static let configuration = CommandConfiguration(
        commandName: "add",
        abstract: "Register a custodian.",
        discussion: """
            Prints the barcode: a new one that begins with PN, or the number on the badge. The name is stored outside \
            the log, so that it can be erased.

            Example:
              outguide custodian add --name "R. Okafor"
            """
    )

    @Option(help: "The name of the person or unit.")
    var name: String

    @Option(help: "The kind, such as judge; the badge of a clerk or supervisor signs in at stations.")
    var kind: String?

    @Option(help: ArgumentHelp("The number on the badge; by default one is minted."))
    var barcode: BarcodeArgument?

    @OptionGroup var global: GlobalOptions

    func run(_ daemon: DaemonClient, _ output: Output) async throws {
        try await daemon.add(
            .custodian,
            NewEntityRequest(name: name, kind: kind, barcode: barcode?.text),
            showing: output
        )
    }
}
