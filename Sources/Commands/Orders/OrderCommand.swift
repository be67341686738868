import ArgumentParser

/// The verbs for orders.
struct OrderCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "order",
        abstract: "List what is sealed, restricted and held, and by which order.",
        subcommands: [ListOrdersCommand.self]
    )
}
