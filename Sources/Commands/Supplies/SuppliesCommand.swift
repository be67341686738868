import ArgumentParser

/// The subcommands for supplies.
struct SuppliesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "supplies",
        abstract: "Show stock of labels, ribbons, boxes and folders, and record deliveries.",
        discussion: """
            The configuration names supplies and what uses them up; printing and registering count them down. \
            Deliveries and counts are entries of the log.
            """,
        subcommands: [ListSuppliesCommand.self, ReceiveSupplyCommand.self, CountSupplyCommand.self],
        aliases: ["supply"]
    )
}
