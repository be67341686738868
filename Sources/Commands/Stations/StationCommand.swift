import ArgumentParser

/// The subcommands for stations.
struct StationCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "station",
        abstract: "Show, list and end sessions at stations.",
        subcommands: [
            StationScreenCommand.self, ListStationsCommand.self, ShowStationCommand.self, EndStationCommand.self,
        ],
        defaultSubcommand: StationScreenCommand.self
    )
}
