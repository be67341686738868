import ArgumentParser
import DaemonClient
import Wire

struct EndStationCommand: DaemonCommand {
    static let configuration = CommandConfiguration(
        commandName: "end",
        abstract: "Close what a station has open, and sign its clerk out.",
        discussion: """
            Example:
              outguide station end counter
            """
    )

    @Argument(help: ArgumentHelp("Its name.", valueName: "station"))
    var station: String

    @OptionGroup var global: GlobalOptions

    func run(_ daemon: DaemonClient, _ output: Output) async throws {
        try await daemon.endSession(station: station)
        await output.remark("\(station) is closed")
    }
}
