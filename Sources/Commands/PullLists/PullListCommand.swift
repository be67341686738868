import ArgumentParser

/// The verbs for lists of things to fetch.
struct PullListCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "pull-list",
        abstract: "List what is to be fetched, print the walk, and note what became of it.",
        subcommands: [
            NewPullListCommand.self, AddToPullListCommand.self, ListPullListsCommand.self, ShowPullListCommand.self,
            PrintPullListCommand.self, PullCommand.self, NotFoundCommand.self, CancelPullListCommand.self,
        ]
    )
}
