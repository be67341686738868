import ArgumentParser

/// The subcommands for locations.
struct LocationCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "location",
        abstract: "Register, list, show and change locations.",
        discussion: "Locations are fixed places within each other: site, building, room, bay, shelf, position.",
        subcommands: [
            AddLocationCommand.self, ListEntitiesCommand<LocationNoun>.self, ShowEntityCommand<LocationNoun>.self,
            ChangeLocationCommand.self,
        ]
    )
}
