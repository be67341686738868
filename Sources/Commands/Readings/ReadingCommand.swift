import ArgumentParser

/// The verbs for readings.
struct ReadingCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "reading",
        abstract: "Look at readings as they came.",
        subcommands: [ListReadingsCommand.self, ShowReadingCommand.self]
    )
}
