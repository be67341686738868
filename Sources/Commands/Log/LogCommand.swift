import ArgumentParser

/// The subcommands for the log.
struct LogCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "log",
        abstract: "Correct the log, prove it to outsiders, and verify it.",
        discussion: """
            Entries are never changed or removed. The log signs its size and a hash over all entries, so that anybody \
            with an earlier checkpoint can verify that it only grew.

            Once a month, a records manager runs:
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
