import Glibc
import Localization
public import LogProof

/// The last checkpoint, stored outside the database, to detect a restored or truncated database.
public struct CheckpointFile: Sendable {
    public let path: String

    public init(path: String) { self.path = path }

    /// The checkpoint in the file; nil when the file does not exist.
    ///
    /// - Throws: ``CheckpointKeeperError`` if it cannot be read, or if it is not a signed checkpoint.
    public func read() throws(CheckpointKeeperError) -> SignedCheckpoint? {
        guard let bytes = try SmallFile(path: path).read() else { return nil }
        do {
            return try SignedCheckpoint(parsing: bytes)
        } catch {
            throw .spoiled(path: path, reason: error.asMessage)
        }
    }

    /// Replaces the file's content atomically with `checkpoint`, and returns when it is on disk.
    ///
    /// - Throws: ``CheckpointKeeperError`` if it cannot be written.
    public func write(_ checkpoint: SignedCheckpoint) throws(CheckpointKeeperError) {
        try SmallFile(path: path).write(Array(checkpoint.serialized.utf8))
    }

    /// The checkpoints signed with both keys at each change of keys, stored beside the file.
    public var changes: SmallFile { SmallFile(path: path + ".changes") }

    /// The content of ``changes``, oldest first; nil when the file does not exist.
    func readChanges() throws(CheckpointKeeperError) -> [SignedCheckpoint]? {
        guard let bytes = try changes.read() else { return nil }
        do {
            return try SignedCheckpoint.list(parsing: bytes)
        } catch {
            throw .spoiled(path: changes.path, reason: error.asMessage)
        }
    }
}
