import LogProof
import Records
import Synchronization
import TransferLog

/// Signs what the log holds, and never something that contradicts what it signed before.
///
/// The last checkpoint lies outside the database, in the state directory and wherever else the configuration says:
/// a log that was cut, or replaced by an older copy, does not reach it.
actor CheckpointKeeper {
    private let log: TransferLog
    private let keys: SigningKeys
    private let files: [CheckpointFile]
    private var kept: NoteSigner?
    /// Counts how often the log was exchanged: what was begun with the one before is not written.
    private var exchanges = 0
    private var isExchanging = false
    private nonisolated let lastTrouble = Mutex<CheckpointKeeperError?>(nil)

    /// Nothing is read yet.
    init(log: TransferLog, keys: SigningKeys, files: [CheckpointFile]) {
        self.log = log
        self.keys = keys
        self.files = files
    }

    /// Why the log was not signed when it last should have been, or where the checkpoint could not be kept; nil when all is
    /// well.
    ///
    /// It never waits for a disk.
    nonisolated var trouble: CheckpointKeeperError? { lastTrouble.withLock { $0 } }

    /// What outsiders need to know the log's signatures, the key that signs now first.
    func verifierKeys() async throws -> [NoteVerifierKey] {
        _ = try await signer()
        return try keys.verifierKeys()
    }

    /// Holds the log against the checkpoints outside; throws when it does not hold what they witness.
    func check() async throws {
        kept = nil
        let signer = try await signer()
        guard try await checkedLast() == nil else { return }
        // From now on a log without a checkpoint is one whose checkpoint was taken away.
        try? write(try Self.checkpoint(over: TreeFrontier().head, signers: [signer]), begun: exchanges)
    }

    /// Signs the log as it is now, and writes the checkpoint to its files before it is given away.
    func sign() async throws -> SignedCheckpoint {
        do {
            return try await signed()
        } catch {
            if let trouble = error as? CheckpointKeeperError { lastTrouble.withLock { $0 = trouble } }
            throw error
        }
    }

    private func signed() async throws -> SignedCheckpoint {
        let begun = exchanges
        let signer = try await signer()
        let last = try await checkedLast()
        let head = try await log.read { try $0.treeHead() }
        if let last, last.checkpoint.head == head {
            try write(last, begun: begun)
            return last
        }
        let signed = try Self.checkpoint(over: head, signers: [signer])
        try write(signed, begun: begun)
        return signed
    }

    /// Signs the log as it was with `size` entries, which the checkpoints outside must agree with; nothing is written.
    func sign(size: Int64) async throws -> SignedCheckpoint {
        let signer = try await signer()
        _ = try await checkedLast()
        let head = try await log.read { try $0.treeHead(size: size) }
        return try Self.checkpoint(over: head, signers: [signer])
    }

    /// Puts another key in the place of the one that signs, and says so in the log.
    ///
    /// The checkpoint after it bears both signatures. A key that was lost can be replaced too: the last checkpoint
    /// then ties the log to it.
    func changeKey(reason: String, by attribution: Attribution) async throws -> NoteVerifierKey {
        let begun = exchanges
        let known = try keys.verifierKeys()
        guard known.count < SigningKeys.most else { throw CheckpointKeeperError.tooManyKeys(known.count) }
        let old = try keys.signer()
        // Whoever changes the key may say that the last checkpoint was lost, too.
        _ = try await checkedLast(orNone: true)
        let new = NoteSigner(name: try known.first?.name ?? newName())
        try keys.prepareChange(to: new)
        // A log that is closed for want of its key or of its checkpoint must take in that there is another.
        let lacking: [CheckpointKeeperError] = [
            .missingKey(path: keys.path), .missingCheckpoint(path: files.first?.path ?? ""),
        ]
        let missing = lacking.map(\.description).first { log.trouble == .closed($0) }
        if let missing { log.reinstate(after: missing) }
        do {
            let event = LogEvent.keyRotated(
                old: known.first?.description,
                new: new.verifierKey.description,
                reason: reason
            )
            _ = try await log.write { try $0.append(.log(event), by: attribution) }
        } catch {
            if let missing { log.degrade(missing) }
            try keys.abandonChange()
            throw error
        }
        try keys.finishChange()
        kept = new
        let head = try await log.read { try $0.treeHead() }
        try write(try Self.checkpoint(over: head, signers: [new] + [old].compactMap { $0 }), begun: begun)
        return new.verifierKey
    }

    /// Runs `body`, which puts another log with its checkpoint in the place of this one; nothing is signed meanwhile.
    func exchange<Answer: Sendable>(_ body: @Sendable () async throws -> Answer) async throws -> Answer {
        exchanges += 1
        isExchanging = true
        defer {
            isExchanging = false
            kept = nil
        }
        return try await body()
    }

    /// The newest checkpoint outside, which the log must contain.
    ///
    /// Nil when the log is empty and was never signed, or, when that `mayBeNone`, when no checkpoint is left.
    private func checkedLast(orNone mayBeNone: Bool = false) async throws -> SignedCheckpoint? {
        var newest: SignedCheckpoint?
        for (path, signed) in try outside() {
            let claimed = signed.checkpoint.head
            let found = try await log.read { view in
                let entries = try view.newestEntry()?.rawValue ?? 0
                return (entries: entries, head: claimed.size <= entries ? try view.treeHead(size: claimed.size) : nil)
            }
            guard found.head == claimed else {
                throw CheckpointKeeperError.behind(path: path, signed: claimed.size, entries: found.entries)
            }
            if claimed.size >= newest?.checkpoint.head.size ?? 0 { newest = signed }
        }
        if newest == nil, !mayBeNone, let own = files.first, try await log.read({ try $0.newestEntry() }) != nil {
            throw CheckpointKeeperError.missingCheckpoint(path: own.path)
        }
        return newest
    }

    /// The checkpoints in the files, each signed by a key of this log as far as any is known.
    private func outside() throws -> [(path: String, signed: SignedCheckpoint)] {
        let known = try keys.verifierKeys()
        return try files.enumerated().compactMap { index, file in
            let signed = try index == 0 ? file.read() : Self.copy(in: file)
            return try signed.map { (file.path, try Self.known($0, in: file, keys: known)) }
        }
    }

    /// A disk or share that is away is asked again later; what it witnesses stays there.
    private static func copy(in file: CheckpointFile) throws -> SignedCheckpoint? {
        do {
            return try file.read()
        } catch {
            if case .unreadable = error { return nil }
            throw error
        }
    }

    private static func known(
        _ signed: SignedCheckpoint,
        in file: CheckpointFile,
        keys: [NoteVerifierKey]
    ) throws(CheckpointKeeperError) -> SignedCheckpoint {
        let signers: [NoteVerifierKey]
        do {
            signers = try signed.signers(among: keys)
        } catch {
            throw .spoiled(path: file.path, reason: "\(error)")
        }
        guard keys.isEmpty || !signers.isEmpty else { throw .foreignCheckpoint(path: file.path) }
        return signed
    }

    /// The key that signs; one is made for a log that never had any.
    private func signer() async throws -> NoteSigner {
        if let kept { return kept }
        try await settleChange()
        if let signer = try keys.signer() {
            kept = signer
            return signer
        }
        let isNew = try await log.read { try $0.newestEntry() == nil }
        guard isNew, try keys.verifierKeys().isEmpty, try files.allSatisfy({ try $0.read() == nil }) else {
            throw CheckpointKeeperError.missingKey(path: keys.path)
        }
        let signer = NoteSigner(name: try newName())
        try keys.begin(with: signer)
        kept = signer
        return signer
    }

    /// Ends a change of keys that a crash broke off, when the log has it already, or takes it back.
    private func settleChange() async throws {
        guard let next = try keys.nextSigner() else { return }
        let isWritten = try await log.read { view in
            guard let newest = try view.newestEntry() else { return false }
            // Nothing else was written after it but what waited for the same commit.
            let start = EntryNumber(rawValue: max(0, newest.rawValue - Int64(TransferLog.largestBatch)))
            return try view.entries(after: start, limit: TransferLog.largestBatch).contains { entry in
                guard case .log(.keyRotated(_, "\(next.verifierKey)", _)) = entry.fact else { return false }
                return true
            }
        }
        if isWritten { try keys.finishChange() } else { try keys.abandonChange() }
    }

    /// A name that no other log has; it means nothing else.
    private func newName() throws(CheckpointKeeperError) -> NoteKeyName {
        let tag = UInt64.random(in: .min ... .max)
        guard let name = NoteKeyName("outguide/" + String(tag, radix: 16)) else { throw .missingKey(path: keys.path) }
        return name
    }

    private func write(_ signed: SignedCheckpoint, begun: Int) throws {
        guard begun == exchanges, !isExchanging else { throw CheckpointKeeperError.exchanged }
        var trouble: CheckpointKeeperError?
        for (index, file) in files.enumerated() {
            do throws(CheckpointKeeperError) {
                if try file.read()?.serialized != signed.serialized { try file.write(signed) }
            } catch {
                // A copy that cannot be written keeps nobody from signing: it is told, and written once it can be.
                guard index > 0, case .unreadable(let path, let reason) = error else { throw error }
                trouble = trouble ?? .copyAway(path: path, reason: reason)
            }
        }
        lastTrouble.withLock { $0 = trouble }
    }

    private static func checkpoint(over head: TreeHead, signers: [NoteSigner]) throws -> SignedCheckpoint {
        let origin = signers.first?.verifierKey.name.text ?? ""
        return try SignedCheckpoint(Checkpoint(origin: origin, head: head), signers: signers)
    }
}
