import ArgumentParser

/// The verbs for stations.
struct StationCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "station",
        abstract: "Show what happens at stations on this whole terminal; list them, and close what they have open.",
        subcommands: [
            StationScreenCommand.self, ListStationsCommand.self, ShowStationCommand.self, EndStationCommand.self,
        ],
        defaultSubcommand: StationScreenCommand.self
    )
}
