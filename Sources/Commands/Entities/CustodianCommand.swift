import ArgumentParser

/// The subcommands for custodians.
struct CustodianCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "custodian",
        abstract: "Register, list, show, change and expunge custodians.",
        discussion: "Custodians are the people and units that answer for what they have; their badges bear barcodes.",
        subcommands: [
            AddCustodianCommand.self, ListEntitiesCommand<CustodianNoun>.self, ShowEntityCommand<CustodianNoun>.self,
            ChangeCustodianCommand.self, ExpungeEntityCommand<CustodianNoun>.self,
        ]
    )
}
