import ArgumentParser

/// The subcommands for items.
struct ItemCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "item",
        abstract: "Register, list, show, change, seal and expunge items.",
        discussion: "Items are folders, volumes, media, evidence bags: the smallest things that change hands.",
        subcommands: [
            AddItemCommand.self, ListEntitiesCommand<ItemNoun>.self, ShowEntityCommand<ItemNoun>.self,
            ChangeEntityCommand<ItemNoun>.self, SealEntityCommand<ItemNoun>.self, UnsealEntityCommand<ItemNoun>.self,
            ExpungeEntityCommand<ItemNoun>.self,
            RestrictEntityCommand<ItemNoun>.self, UnrestrictEntityCommand<ItemNoun>.self,
        ]
    )
}
