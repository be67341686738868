import ArgumentParser

/// The subcommands for items.
struct ItemCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "item",
        abstract: "Register, list, show, change, seal and expunge items.",
        discussion: "Items are folders, volumes, media, evidence bags: the smallest things that change hands.",
        subcommands: [
            AddItemCommand.self, ListRecordsCommand<ItemNoun>.self, ShowRecordCommand<ItemNoun>.self,
            ChangeRecordCommand<ItemNoun>.self, SealRecordCommand<ItemNoun>.self, UnsealRecordCommand<ItemNoun>.self,
            ExpungeRecordCommand<ItemNoun>.self,
            RestrictRecordCommand<ItemNoun>.self, UnrestrictRecordCommand<ItemNoun>.self,
        ]
    )
}
