import ArgumentParser

/// The verbs for holds.
struct HoldCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "hold",
        abstract: "Order that things stay in custody, and end that.",
        subcommands: [PlaceHoldCommand.self, ReleaseHoldCommand.self, ListHoldsCommand.self]
    )
}
