import ArgumentParser
import CommandBasics
import DaemonClient
import Terminal
import Wire

struct EndStationCommand: DaemonCommand {
    static var asks: [EndpointOutline] { [API.Stations.show.outline, API.Stations.endSession.outline] }

    static let configuration = CommandConfiguration(
        commandName: "end",
        abstract: "End the session at a station.",
        discussion: """
            Example:
              outguide station end counter
            """
    )

    @Argument(help: ArgumentHelp("Its name.", valueName: "station"))
    var station: String

    @OptionGroup var global: GlobalOptions

    func run(_ daemon: DaemonClient, _ output: Output) async throws {
        let before = try await daemon.ask(API.Stations.show, at: station)
        try await daemon.ask(API.Stations.endSession, at: station)
        let isOpen = before.context.state != "closed" || before.clerk != nil
        await output.remark(isOpen ? "\(station) is closed" : "nothing was open at \(station)")
    }
}
