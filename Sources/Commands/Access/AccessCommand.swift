import ArgumentParser

/// The verbs for who may do what, and who looked.
struct AccessCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "access",
        abstract: "Show the access record and your own rights.",
        discussion: """
            What is restricted or sealed is shown to those who may know of it, and whoever else asks is told that it is \
            not there; either is recorded, and so is who read the log, who came without the right to, and who has \
            which role from when on. The record is the auditor's, and is kept for a year at least.
            """,
        subcommands: [ListAccessCommand.self, ExportAccessCommand.self, ShowRightsCommand.self]
    )
}
