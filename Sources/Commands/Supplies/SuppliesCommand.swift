import ArgumentParser

/// The verbs for supplies.
struct SuppliesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "supplies",
        abstract: "Show stock of labels, ribbons, boxes and folders, and record deliveries.",
        discussion: """
            The configuration names the supplies and what uses them up; printing and registering counts them down. What \
            comes in and what is counted is said here, and stands in the log.
            """,
        subcommands: [ListSuppliesCommand.self, ReceiveSupplyCommand.self, CountSupplyCommand.self],
        aliases: ["supply"]
    )
}
