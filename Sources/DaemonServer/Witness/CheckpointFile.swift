import Glibc
import LogProof

/// The last checkpoint, kept outside the database: what a restored or shortened database is held against.
struct CheckpointFile: Sendable {
    let path: String

    /// The checkpoint in the file; nil when there is no file.
    func read() throws(CheckpointKeeperError) -> SignedCheckpoint? {
        guard let bytes = try SmallFile(path: path).read() else { return nil }
        do {
            return try SignedCheckpoint(parsing: bytes)
        } catch {
            throw .spoiled(path: path, reason: "\(error)")
        }
    }

    /// Puts `checkpoint` into the file at once or not at all, and onto the disk before it returns.
    func write(_ checkpoint: SignedCheckpoint) throws(CheckpointKeeperError) {
        try SmallFile(path: path).write(Array(checkpoint.serialized.utf8))
    }

    /// The checkpoints that two keys signed when the key was changed, kept beside it.
    var changes: SmallFile { SmallFile(path: path + ".changes") }

    /// What ``changes`` holds, oldest first; nil when there is no file.
    func readChanges() throws(CheckpointKeeperError) -> [SignedCheckpoint]? {
        guard let bytes = try changes.read() else { return nil }
        do {
            return try SignedCheckpoint.list(parsing: bytes)
        } catch {
            throw .spoiled(path: changes.path, reason: "\(error)")
        }
    }
}
