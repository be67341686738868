import ArgumentParser

/// The subcommands for containers.
struct ContainerCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "container",
        abstract: "Register, list, show, change, seal and expunge containers.",
        discussion: "Containers are boxes, crates, pallets and carts: things that hold others and move with them.",
        subcommands: [
            AddContainerCommand.self, ListEntitiesCommand<ContainerNoun>.self, ShowEntityCommand<ContainerNoun>.self,
            ChangeEntityCommand<ContainerNoun>.self, SealEntityCommand<ContainerNoun>.self,
            UnsealEntityCommand<ContainerNoun>.self,
            ExpungeEntityCommand<ContainerNoun>.self,
            RestrictEntityCommand<ContainerNoun>.self, UnrestrictEntityCommand<ContainerNoun>.self,
        ]
    )
}
