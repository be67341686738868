import ArgumentParser

/// The subcommands for readings.
struct ReadingCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "reading",
        abstract: "List and show stored readings.",
        subcommands: [ListReadingsCommand.self, ShowReadingCommand.self]
    )
}
