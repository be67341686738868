import ArgumentParser
import CommandBasics
import DaemonClient
import Terminal
import Wire

struct ChangeCustodianCommand: DaemonCommand {
    static var asks: [EndpointOutline] { [API.Entities.custodians.show.outline, API.Changes.change.outline] }

    static let configuration = CommandConfiguration(
        commandName: "change",
        abstract: "Change the name or kind of one custodian.",
        discussion: """
            Both the old and the new name are stored outside the log; “outguide custodian expunge” erases both.

            Example:
              outguide custodian change PN000000001N --name "R. Okafor-Lind"
            """
    )

    @Argument(help: ArgumentHelp("Its barcode.", valueName: "barcode"))
    var barcode: BarcodeArgument

    @Option(help: "The new name of the person or unit.")
    var name: String?

    @Option(help: "The kind, such as judge; the badge of a clerk or supervisor signs in at stations.")
    var kind: String?

    @OptionGroup var global: GlobalOptions

    func validate() throws {
        guard name != nil || kind != nil else { throw ValidationError("say what is to change: --name or --kind") }
    }

    func run(_ daemon: DaemonClient, _ output: Output) async throws {
        try await daemon.change(.custodian, barcode.text, ChangeRequest(title: name, kind: kind), showing: output)
    }
}
