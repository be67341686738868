import ArgumentParser

/// The subcommands for pull lists.
struct PullListCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "pull-list",
        abstract: "Create, print and complete pull lists.",
        subcommands: [
            NewPullListCommand.self, AddToPullListCommand.self, ListPullListsCommand.self, ShowPullListCommand.self,
            PrintPullListCommand.self, PullCommand.self, NotFoundCommand.self, CancelPullListCommand.self,
        ]
    )
}
