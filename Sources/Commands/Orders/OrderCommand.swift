import ArgumentParser

/// The subcommands for orders.
struct OrderCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "order",
        abstract: "List seals, restrictions and holds with their orders.",
        subcommands: [ListOrdersCommand.self]
    )
}
