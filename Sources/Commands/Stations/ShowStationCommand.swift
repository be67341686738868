import ArgumentParser
import CommandBasics
import DaemonClient
import Terminal
import Wire

struct ShowStationCommand: DaemonCommand {
    static var asks: [EndpointOutline] { [API.Stations.show.outline] }

    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: "Show a station: clerk, open context, last readings.",
        discussion: """
            Example:
              outguide station show counter
            """
    )

    @Argument(help: ArgumentHelp("Its name.", valueName: "station"))
    var station: String

    @OptionGroup var global: GlobalOptions

    func run(_ daemon: DaemonClient, _ output: Output) async throws {
        try await output.show(try await daemon.ask(API.Stations.show, at: station))
    }
}
