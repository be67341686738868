import ArgumentParser

/// The verbs for stations.
struct StationCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "station",
        abstract: "List and show the stations, and close what they have open.",
        subcommands: [ListStationsCommand.self, ShowStationCommand.self, EndStationCommand.self]
    )
}
