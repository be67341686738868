import ArgumentParser

/// The subcommands for the access record and rights.
struct AccessCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "access",
        abstract: "Show the access record and your own rights.",
        discussion: """
            Restricted and sealed items are shown only to callers with clearance; to others they do not exist. Each \
            look and each attempt is recorded, as is every reading of the log, every refused request, and every change \
            of a role. Auditors read the record, which is kept for at least a year.
            """,
        subcommands: [ListAccessCommand.self, ExportAccessCommand.self, ShowRightsCommand.self]
    )
}
