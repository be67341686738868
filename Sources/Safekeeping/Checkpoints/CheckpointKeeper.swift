import Localization
public import LogProof
import Synchronization
public import TransferLog
import Vocabulary

/// Signs checkpoints of the log, and never one that contradicts an earlier checkpoint.
///
/// The last checkpoint is stored outside the database, in the state directory and wherever the configuration
/// specifies, so that truncating the log, or replacing it with an older copy, leaves the checkpoint unaffected.
public actor CheckpointKeeper {
    let log: TransferLog
    let keys: SigningKeys
    let outside: OutsideCheckpoints
    var kept: NoteSigner?
    /// Counts exchanges of the log; a checkpoint begun before an exchange is not written.
    private(set) var exchanges = 0
    private var isExchanging = false
    /// Whether the log is recording a change of keys; until it has, neither key may sign.
    var isChangingKey = false
    private nonisolated let lastTrouble = Mutex<CheckpointKeeperError?>(nil)

    /// Reads nothing yet.
    public init(log: TransferLog, keys: SigningKeys, files: [CheckpointFile]) {
        self.log = log
        self.keys = keys
        outside = OutsideCheckpoints(files: files)
    }

    /// Why the last checkpoint was not signed, or where it could not be stored; nil when there is no problem.
    ///
    /// Never waits for a disk.
    public nonisolated var trouble: CheckpointKeeperError? { lastTrouble.withLock { $0 } }

    /// Checks the log against the checkpoints outside the database; throws when it does not match them.
    public func check() async throws {
        kept = nil
        let signer = try await signer()
        log.begin(under: signer.verifierKey.description)
        guard try await checkedLast() == nil else { return }
        // From now on, a log without a checkpoint is one whose checkpoint was removed.
        try? write(try Self.checkpoint(over: TreeFrontier().head, signers: [signer]), begun: exchanges)
    }

    /// Checks the log, at checkpoint `now`, against an earlier checkpoint supplied by the caller.
    ///
    /// Throws ``CheckpointKeeperError/abandoned(signed:entries:entry:)`` when an entry declares that the log was
    /// restored without the entries that it covers. If no entry does, a contradicting checkpoint that a key of this
    /// log signed closes the log, like one in the keeper's own files; the caller may still present it to others. A
    /// checkpoint signed with no key of this log has no effect.
    public func hold(_ earlier: SignedCheckpoint, against now: SignedCheckpoint) async throws {
        let claimed = earlier.checkpoint.head
        guard earlier.checkpoint.origin == now.checkpoint.origin else { return }
        let known = try await verifierKeys()
        guard let signers = try? earlier.signers(among: known), !signers.isEmpty else { return }
        let size = now.checkpoint.head.size
        let (found, entry) = try await log.read { view in
            let found = claimed.size <= size ? try view.treeHead(size: claimed.size) : nil
            return (found, found == claimed ? nil : try view.abandonment(of: claimed)?.number)
        }
        guard found != claimed else { return }
        if let entry {
            throw CheckpointKeeperError.abandoned(signed: claimed.size, entries: size, entry: entry.rawValue)
        }
        let behind = CheckpointKeeperError.behind(.given, signed: claimed.size, entries: size)
        log.degrade(Message(verbatim: behind.description))
    }

    /// Signs the current log, and writes the checkpoint to its files before returning it.
    ///
    /// Throws ``CheckpointKeeperError`` and `TransferLogError`.
    public func sign() async throws -> SignedCheckpoint {
        do {
            return try await signed()
        } catch {
            if let trouble = error as? CheckpointKeeperError { lastTrouble.withLock { $0 = trouble } }
            throw error
        }
    }

    private func signed() async throws -> SignedCheckpoint {
        let begun = exchanges
        try log.checkFiles()
        let signer = try await signer()
        let last = try await checkedLast()
        let head = try await log.read { try $0.treeHead() }
        if let last, last.checkpoint.head == head {
            try write(last, begun: begun)
            return last
        }
        // Another key may have been introduced meanwhile; a checkpoint must be signed with the key that its log
        // names.
        guard !isChangingKey, signer.verifierKey == kept?.verifierKey else { throw CheckpointKeeperError.changingKey }
        let signed = try Self.checkpoint(over: head, signers: [signer])
        try write(signed, begun: begun)
        return signed
    }

    /// Signs the log at `size` entries, which must agree with the checkpoints outside the database; writes nothing.
    ///
    /// Throws ``CheckpointKeeperError`` and `TransferLogError`.
    public func sign(size: Int64) async throws -> SignedCheckpoint {
        let signer = try await signer()
        _ = try await checkedLast()
        let head = try await log.read { try $0.treeHead(size: size) }
        return try Self.checkpoint(over: head, signers: [signer])
    }

    /// Runs `body`, which replaces this log and its checkpoint with another; nothing is signed meanwhile.
    ///
    /// Throws what `body` throws.
    public func exchange<Answer: Sendable>(_ body: @Sendable () async throws -> Answer) async throws -> Answer {
        exchanges += 1
        isExchanging = true
        defer {
            isExchanging = false
            kept = nil
        }
        return try await body()
    }

    /// The newest checkpoint outside the database, which the log must contain.
    ///
    /// Nil when the log is empty and was never signed or, if `mayBeNone`, when no checkpoint is left. A log that
    /// contradicts a checkpoint, or has none, is closed to writing, whatever the request was.
    func checkedLast(orNone mayBeNone: Bool = false) async throws -> SignedCheckpoint? {
        try await closingLog {
            try await outside.newest(in: log, keys: knownKeys(), orNone: mayBeNone)
        }
    }

    /// Runs `body`, and closes the log to writing when it throws an error after which the log cannot be trusted.
    func closingLog<Answer>(_ body: () async throws -> Answer) async throws -> Answer {
        let begun = exchanges
        do {
            return try await body()
        } catch let error as CheckpointKeeperError {
            // Data read from two logs, before and after a restore, does not prove a contradiction.
            guard begun == exchanges, !isExchanging else { throw CheckpointKeeperError.exchanged }
            if error.closesLog { log.degrade(Message(verbatim: error.description)) }
            throw error
        }
    }

    func write(_ signed: SignedCheckpoint, begun: Int) throws {
        guard begun == exchanges, !isExchanging else { throw CheckpointKeeperError.exchanged }
        let trouble = try outside.write(signed)
        lastTrouble.withLock { $0 = trouble }
    }

    static func checkpoint(over head: TreeHead, signers: [NoteSigner]) throws -> SignedCheckpoint {
        let origin = signers.first?.verifierKey.name.text ?? ""
        return try SignedCheckpoint(Checkpoint(origin: origin, head: head), signers: signers)
    }
}
