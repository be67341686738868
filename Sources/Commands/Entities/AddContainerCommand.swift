import ArgumentParser
import CommandBasics
import DaemonClient
import Terminal
import Wire

struct AddContainerCommand: DaemonCommand {
    static var asks: [EndpointOutline] { [API.Entities.containers.create.outline] }

    static let configuration = CommandConfiguration(
        commandName: "add",
        abstract: "Register a container.",
        discussion: """
            Prints the barcode: a new one that begins with BX, or the number that it already bears.

            Example:
              outguide container add --kind box --title "Smith v. Jones" --home LC000000001H
            """
    )

    @Option(help: "The kind; by default box.")
    var kind: String?

    @Option(help: "The title.")
    var title: String?

    @Option(help: ArgumentHelp("The location where it is put now.", valueName: "barcode"))
    var parent: BarcodeArgument?

    @Option(help: ArgumentHelp("Its home location.", valueName: "barcode"))
    var home: BarcodeArgument?

    @Option(help: ArgumentHelp("The number that it already bears; by default one is minted."))
    var barcode: BarcodeArgument?

    @OptionGroup var global: GlobalOptions

    func run(_ daemon: DaemonClient, _ output: Output) async throws {
        let request = NewEntityRequest(
            title: title,
            kind: kind,
            barcode: barcode?.text,
            home: home?.text,
            parent: parent?.text
        )
        try await daemon.add(.container, request, showing: output)
    }
}
