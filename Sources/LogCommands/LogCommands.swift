package import ArgumentParser

/// The commands that take the log, or proofs of it, out of the daemon and back.
package enum LogCommands {
    /// The verbs of “outguide log”.
    package static let verbs: [any ParsableCommand.Type] = [
        CheckpointCommand.self, ProveEntryCommand.self, ProveConsistencyCommand.self, VerifyLogCommand.self,
        RebuildLogCommand.self, ExportLogCommand.self, LogKeyCommand.self,
    ]
    /// The commands that save the whole log and bring it back.
    package static let backups: [any ParsableCommand.Type] = [BackupCommand.self, RestoreCommand.self]
}
