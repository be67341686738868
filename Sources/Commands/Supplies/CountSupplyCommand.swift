import ArgumentParser
import CommandBasics
import DaemonClient
import Terminal
import Wire

struct CountSupplyCommand: DaemonCommand {
    static var asks: [EndpointOutline] { [API.Supplies.count.outline] }

    static let configuration = CommandConfiguration(
        commandName: "count",
        abstract: "Record a count of a supply.",
        discussion: """
            Later use is counted down from this number.

            Example:
              outguide supplies count roll-100x50 1250
            """
    )

    @Argument(help: ArgumentHelp("The name of the supply in the configuration.", valueName: "supply"))
    var supply: String

    @Argument(help: ArgumentHelp("The number of units in stock.", valueName: "units"))
    var units: Int

    @OptionGroup var global: GlobalOptions

    func run(_ daemon: DaemonClient, _ output: Output) async throws {
        try await output.show(try await daemon.ask(API.Supplies.count, at: supply, SupplyRequest(units: units)))
    }
}
