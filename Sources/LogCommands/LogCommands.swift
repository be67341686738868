package import ArgumentParser
import DaemonClient
import LogProof
import Wire

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

extension DaemonClient {
    /// Returns the signed checkpoint of the log, with its bytes.
    func checkpoint() async throws -> (signed: SignedCheckpoint, bytes: [UInt8]) {
        let bytes = try await fetch(API.Log.checkpoint)
        return (try Self.understood { try SignedCheckpoint(parsing: bytes) }, bytes)
    }

    /// Returns what `parse` makes of a response; an error counts as that of a malformed response.
    static func understood<Value>(_ parse: () throws -> Value) throws(DaemonClientError) -> Value {
        do {
            return try parse()
        } catch {
            throw .malformedAnswer("\(error)")
        }
    }
}
