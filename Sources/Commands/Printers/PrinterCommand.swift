import ArgumentParser

/// The verbs for printers.
struct PrinterCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "printer",
        abstract: "List the printers for labels.",
        subcommands: [ListPrintersCommand.self]
    )
}
