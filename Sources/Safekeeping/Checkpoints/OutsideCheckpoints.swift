import Localization
import LogProof
import TransferLog
import Vocabulary

/// The checkpoints outside the database: what a log must contain, and how a new checkpoint replaces them.
///
/// The first file is in the state directory; the others are copies, which may be on disks or shares that are
/// unavailable.
struct OutsideCheckpoints: Sendable {
    let files: [CheckpointFile]

    /// Whether none of the files exists.
    func areMissing() throws(CheckpointKeeperError) -> Bool {
        for file in files where try file.read() != nil { return false }
        return true
    }

    /// The newest of the checkpoints, all of which `log` must contain; nil when there is none.
    ///
    /// - Parameters:
    ///   - keys: the keys of the log, one of which must have signed each checkpoint; empty when none is known.
    ///   - mayBeNone: whether a log with entries may have no checkpoint.
    func newest(
        in log: TransferLog,
        keys: [NoteVerifierKey],
        orNone mayBeNone: Bool
    ) async throws -> SignedCheckpoint? {
        var newest: SignedCheckpoint?
        for (path, signed) in try signed(by: keys) {
            let claimed = signed.checkpoint.head
            let found = try await log.read { view in
                let entries = try view.newestEntry()?.rawValue ?? 0
                return (entries: entries, head: claimed.size <= entries ? try view.treeHead(size: claimed.size) : nil)
            }
            guard found.head == claimed else {
                throw CheckpointKeeperError.behind(.file(path: path), signed: claimed.size, entries: found.entries)
            }
            if claimed.size >= newest?.checkpoint.head.size ?? 0 { newest = signed }
        }
        if newest == nil, !mayBeNone, let own = files.first, try await log.read({ try $0.newestEntry() }) != nil {
            throw CheckpointKeeperError.missingCheckpoint(path: own.path)
        }
        return newest
    }

    private func signed(
        by keys: [NoteVerifierKey]
    ) throws(CheckpointKeeperError) -> [(path: String, signed: SignedCheckpoint)] {
        var found: [(path: String, signed: SignedCheckpoint)] = []
        for (index, file) in files.enumerated() {
            guard let signed = try index == 0 ? file.read() : Self.copy(in: file) else { continue }
            let signers: [NoteVerifierKey]
            do {
                signers = try signed.signers(among: keys)
            } catch {
                throw .spoiled(path: file.path, reason: error.asMessage)
            }
            guard keys.isEmpty || !signers.isEmpty else { throw .foreignCheckpoint(path: file.path) }
            found.append((file.path, signed))
        }
        return found
    }

    /// A copy on an unavailable disk or share is skipped and read again later; the checkpoint remains there.
    private static func copy(in file: CheckpointFile) throws(CheckpointKeeperError) -> SignedCheckpoint? {
        do {
            return try file.read()
        } catch {
            if case .unreadable = error { return nil }
            throw error
        }
    }

    /// The checkpoints signed with two keys, from the first file that has any.
    func keyChanges() throws(CheckpointKeeperError) -> [SignedCheckpoint] {
        for (index, file) in files.enumerated() {
            do throws(CheckpointKeeperError) {
                if let kept = try file.readChanges(), !kept.isEmpty { return kept }
            } catch {
                guard index > 0, case .unreadable = error else { throw error }
            }
        }
        return []
    }

    /// Writes `signed` and the key changes to all files; returns the error of the first copy that cannot be written.
    ///
    /// Such a copy does not prevent signing; it is written when possible.
    func write(_ signed: SignedCheckpoint) throws(CheckpointKeeperError) -> CheckpointKeeperError? {
        var trouble: CheckpointKeeperError?
        let changes = SignedCheckpoint.bytes(of: try keyChanges())
        for (index, file) in files.enumerated() {
            do throws(CheckpointKeeperError) {
                if !changes.isEmpty, try file.changes.read() != changes { try file.changes.write(changes) }
                if try file.read()?.serialized != signed.serialized { try file.write(signed) }
            } catch {
                guard index > 0, case .unreadable(let path, let reason) = error else { throw error }
                trouble = trouble ?? .copyAway(path: path, reason: reason)
            }
        }
        return trouble
    }
}
