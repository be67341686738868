import ArgumentParser

/// The subcommands for containers.
struct ContainerCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "container",
        abstract: "Register, list, show, change, seal and expunge containers.",
        discussion: "Containers are boxes, crates, pallets and carts: things that hold others and move with them.",
        subcommands: [
            AddContainerCommand.self, ListRecordsCommand<ContainerNoun>.self, ShowRecordCommand<ContainerNoun>.self,
            ChangeRecordCommand<ContainerNoun>.self, SealRecordCommand<ContainerNoun>.self,
            UnsealRecordCommand<ContainerNoun>.self,
            ExpungeRecordCommand<ContainerNoun>.self,
            RestrictRecordCommand<ContainerNoun>.self, UnrestrictRecordCommand<ContainerNoun>.self,
        ]
    )
}
