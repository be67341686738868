import ArgumentParser

/// The subcommands for holds.
struct HoldCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "hold",
        abstract: "Place, release and list holds.",
        subcommands: [PlaceHoldCommand.self, ReleaseHoldCommand.self, ListHoldsCommand.self]
    )
}
