import ArgumentParser

/// The subcommands for the key that signs the log.
struct LogKeyCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "key",
        abstract: "Show the key that signs the log, or change it.",
        subcommands: [ShowLogKeyCommand.self, ChangeLogKeyCommand.self],
        defaultSubcommand: ShowLogKeyCommand.self
    )
}
