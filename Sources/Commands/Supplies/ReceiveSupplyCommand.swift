import ArgumentParser
import CommandBasics
import DaemonClient
import Terminal
import Wire

struct ReceiveSupplyCommand: DaemonCommand {
    static var asks: [EndpointOutline] { [API.Supplies.receive.outline] }

    static let configuration = CommandConfiguration(
        commandName: "receive",
        abstract: "Record a delivery.",
        discussion: """
            Example:
              outguide supplies receive roll-100x50 4000
            """
    )

    @Argument(help: ArgumentHelp("The name of the supply in the configuration.", valueName: "supply"))
    var supply: String

    @Argument(help: ArgumentHelp("The number of units delivered.", valueName: "units"))
    var units: Int

    @OptionGroup var global: GlobalOptions

    func run(_ daemon: DaemonClient, _ output: Output) async throws {
        try await output.show(try await daemon.ask(API.Supplies.receive, at: supply, SupplyRequest(units: units)))
    }
}
