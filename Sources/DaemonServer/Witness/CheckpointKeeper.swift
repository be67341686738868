import LogProof
import Records
import TransferLog

/// Signs what the log holds, and never something that contradicts what it signed before.
///
/// The last checkpoint lies outside the database, in the state directory and wherever else the configuration says:
/// a log that was cut, or replaced by an older copy, does not reach it.
actor CheckpointKeeper {
    private let log: TransferLog
    private let signer: NoteSigner
    private let files: [CheckpointFile]

    /// Reads the key at `keyPath`, or makes one where there is none; nothing is signed yet.
    init(log: TransferLog, keyPath: String, files: [CheckpointFile]) throws(CheckpointKeeperError) {
        self.log = log
        self.files = files
        signer = try Self.signer(at: keyPath)
    }

    /// What outsiders need to know the log's signature.
    nonisolated var verifierKey: NoteVerifierKey { signer.verifierKey }

    /// Holds the log against the checkpoints outside; throws when it does not hold what they witness.
    func check() async throws { _ = try await checkedLast() }

    /// Signs the log as it is now, and writes the checkpoint to its files before it is given away.
    func sign() async throws -> SignedCheckpoint {
        let last = try await checkedLast()
        let head = try await log.read { try $0.treeHead() }
        if let last, last.checkpoint.head == head { return last }
        let checkpoint = try Checkpoint(origin: signer.verifierKey.name.text, head: head)
        let signed = try SignedCheckpoint(checkpoint, signers: [signer])
        for file in files { try file.write(signed) }
        return signed
    }

    /// The newest checkpoint outside, which the log must contain.
    private func checkedLast() async throws -> SignedCheckpoint? {
        var newest: SignedCheckpoint?
        for file in files {
            guard let signed = try file.read() else { continue }
            guard try signed.signers(among: [signer.verifierKey]).isEmpty == false else {
                throw CheckpointKeeperError.foreignCheckpoint(path: file.path)
            }
            let claimed = signed.checkpoint.head
            let found = try await log.read { view in
                let entries = try view.newestEntry()?.rawValue ?? 0
                return (entries: entries, head: claimed.size <= entries ? try view.treeHead(size: claimed.size) : nil)
            }
            guard found.head == claimed else {
                throw CheckpointKeeperError.behind(path: file.path, signed: claimed.size, entries: found.entries)
            }
            if claimed.size >= newest?.checkpoint.head.size ?? 0 { newest = signed }
        }
        return newest
    }

    private static func signer(at path: String) throws(CheckpointKeeperError) -> NoteSigner {
        let file = SmallFile(path: path)
        if let bytes = try file.read() {
            do {
                return try NoteSigner(parsing: String(decoding: bytes, as: UTF8.self).prefix { $0 != "\n" })
            } catch {
                throw .wrongKey(path: path)
            }
        }
        // A name that no other log has; it means nothing else.
        let tag = UInt64.random(in: .min ... .max)
        guard let name = NoteKeyName("outguide/" + String(tag, radix: 16)) else { throw .wrongKey(path: path) }
        let signer = NoteSigner(name: name)
        try file.write(Array((signer.encoded + "\n").utf8))
        return signer
    }
}
