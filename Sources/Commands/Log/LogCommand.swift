import ArgumentParser

/// The verbs for the log itself.
struct LogCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "log",
        abstract: "Correct the log, prove it to outsiders, and verify it.",
        discussion: """
            Entries are never changed or removed. The log signs its size and a hash over all of its entries, so that \
            anybody who holds an earlier checkpoint can tell whether it only grew since.

            Once a month, a records manager:
              outguide log verify
              outguide log consistency january.txt --output growth.json
              outguide log checkpoint > february.txt
            """,
        subcommands: [
            CorrectEntryCommand.self, CheckpointCommand.self, ProveEntryCommand.self, ProveConsistencyCommand.self,
            VerifyLogCommand.self, RebuildLogCommand.self, ExportLogCommand.self, LogKeyCommand.self,
        ]
    )
}
