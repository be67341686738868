public import LogProof
import Synchronization
public import TransferLog
public import Vocabulary

/// Signs checkpoints of the log, and never one that contradicts an earlier checkpoint.
///
/// The last checkpoint is stored outside the database, in the state directory and wherever the configuration
/// specifies, so that truncating the log, or replacing it with an older copy, leaves the checkpoint unaffected.
public actor CheckpointKeeper {
    private let log: TransferLog
    private let keys: SigningKeys
    private let files: [CheckpointFile]
    private var kept: NoteSigner?
    /// Counts exchanges of the log; a checkpoint begun before an exchange is not written.
    private var exchanges = 0
    private var isExchanging = false
    /// Whether the log is recording a change of keys; until it has, neither key may sign.
    private var isChangingKey = false
    private nonisolated let lastTrouble = Mutex<CheckpointKeeperError?>(nil)

    /// Reads nothing yet.
    public init(log: TransferLog, keys: SigningKeys, files: [CheckpointFile]) {
        self.log = log
        self.keys = keys
        self.files = files
    }

    /// Why the last checkpoint was not signed, or where it could not be stored; nil when there is no problem.
    ///
    /// Never waits for a disk.
    public nonisolated var trouble: CheckpointKeeperError? { lastTrouble.withLock { $0 } }

    /// The keys that others need to verify the log's signatures, the current key first.
    public func verifierKeys() async throws -> [NoteVerifierKey] {
        _ = try await signer()
        return try await knownKeys()
    }

    /// The first checkpoint after each change of keys, signed with both keys, oldest first, with the entry of the
    /// change.
    ///
    /// Changes that a restore discarded are left out.
    public func keyChanges() async throws -> [(naming: KeyNaming, checkpoint: SignedCheckpoint)] {
        let kept = try keptChanges()
        guard !kept.isEmpty else { return [] }
        return try await log.read { view in
            let newest = try view.newestEntry()?.rawValue ?? 0
            let namings = try view.keysNamed()
            return try kept.compactMap { signed in
                let head = signed.checkpoint.head
                guard head.size <= newest, try view.treeHead(size: head.size) == head,
                    let naming = namings.last(where: { $0.entry.rawValue <= head.size }),
                    naming.old != nil, naming.old != naming.new
                else { return nil }
                return (naming, signed)
            }
        }
    }

    /// The proofs of key changes, for verifiers who trust an earlier key; only the newest if there are many.
    public func handovers() async throws -> [KeyChange] {
        let changes = try await keyChanges().suffix(KeyChange.most)
        return try await log.read { view in
            try changes.map { naming, signed in
                KeyChange(
                    entry: naming.entry.rawValue,
                    body: try view.body(of: naming.entry),
                    inclusion: try view.inclusionProof(of: naming.entry, size: signed.checkpoint.head.size),
                    checkpoint: signed
                )
            }
        }
    }

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
        log.degrade(behind.description)
    }

    /// Signs the current log, and writes the checkpoint to its files before returning it.
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
    public func sign(size: Int64) async throws -> SignedCheckpoint {
        let signer = try await signer()
        _ = try await checkedLast()
        let head = try await log.read { try $0.treeHead(size: size) }
        return try Self.checkpoint(over: head, signers: [signer])
    }

    /// Replaces the signing key, and records the change in the log.
    ///
    /// The next checkpoint has both signatures, and is kept. A lost key can be replaced too; the last checkpoint then
    /// identifies the log.
    public func changeKey(reason: String, by attribution: Attribution) async throws -> NoteVerifierKey {
        guard !isChangingKey else { throw CheckpointKeeperError.changingKey }
        isChangingKey = true
        defer { isChangingKey = false }
        let begun = exchanges
        let known = try await knownKeys()
        let old = try keys.signer()
        guard old == nil || old?.verifierKey == known.first else {
            throw CheckpointKeeperError.otherKey(path: keys.path)
        }
        // A caller who changes the key may also declare that the last checkpoint was lost.
        _ = try await checkedLast(orNone: true)
        let new = NoteSigner(name: try known.first?.name ?? newName())
        try keys.prepareChange(to: new)
        // A log that was closed because its key or checkpoint is missing must accept the entry about the new key.
        let lacking: [CheckpointKeeperError] = [
            .missingKey(path: keys.path), .missingCheckpoint(path: files.first?.path ?? ""), .otherKey(path: keys.path),
            .wrongKey(path: keys.path),
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
        try await finishChange(from: old, to: new, begun: begun)
        return new.verifierKey
    }

    /// Maximum number of key changes stored; proofs contain the newest of them.
    private static let mostChanges = 1_024

    /// Signs the log with both keys after a change; from then on the new key signs.
    private func finishChange(from old: NoteSigner?, to new: NoteSigner, begun: Int) async throws {
        let head = try await log.read { try $0.treeHead() }
        let signed = try Self.checkpoint(over: head, signers: [new] + [old].compactMap { $0 })
        if old != nil, let own = files.first {
            try own.changes.write(SignedCheckpoint.bytes(of: keptChanges().suffix(Self.mostChanges - 1) + [signed]))
        }
        try write(signed, begun: begun)
        try keys.finishChange()
        kept = new
    }

    /// Names the signing key in a log of an earlier version, after the log was checked against its checkpoints.
    ///
    /// From then on a replaced key is detected.
    public func nameKey() async throws {
        let signer = try await signer()
        guard log.trouble == nil, try await log.read({ try $0.newestEntry() != nil && $0.keysNamed().isEmpty }) else {
            return
        }
        let key = signer.verifierKey.description
        let event = LogEvent.keyRotated(old: key, new: key, reason: "the log names the key that signs it")
        _ = try await log.write { try $0.append(.log(event), by: Attribution(principal: .daemon)) }
    }

    /// All signing keys so far, newest first: those that the log names, or those in the file if it names none.
    private func knownKeys() async throws -> [NoteVerifierKey] {
        let namings = try await log.read { try $0.keysNamed() }
        guard !namings.isEmpty else { return try keys.verifierKeys() }
        var known: [NoteVerifierKey] = []
        for text in namings.reversed().flatMap({ [$0.new, $0.old].compactMap { $0 } }) {
            let key: NoteVerifierKey
            do {
                key = try NoteVerifierKey(parsing: text)
            } catch {
                throw TransferLogError.damaged("the log names a key that is none")
            }
            if !known.contains(key) { known.append(key) }
        }
        return known
    }

    /// The checkpoints signed with two keys, from the first file that has any.
    private func keptChanges() throws(CheckpointKeeperError) -> [SignedCheckpoint] {
        for (index, file) in files.enumerated() {
            do throws(CheckpointKeeperError) {
                if let kept = try file.readChanges(), !kept.isEmpty { return kept }
            } catch {
                guard index > 0, case .unreadable = error else { throw error }
            }
        }
        return []
    }

    /// Runs `body`, which replaces this log and its checkpoint with another; nothing is signed meanwhile.
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
    private func checkedLast(orNone mayBeNone: Bool = false) async throws -> SignedCheckpoint? {
        try await closingLog { try await newestOutside(orNone: mayBeNone) }
    }

    /// Runs `body`, and closes the log to writing when it throws an error after which the log cannot be trusted.
    private func closingLog<Answer>(_ body: () async throws -> Answer) async throws -> Answer {
        let begun = exchanges
        do {
            return try await body()
        } catch let error as CheckpointKeeperError {
            // Data read from two logs, before and after a restore, does not prove a contradiction.
            guard begun == exchanges, !isExchanging else { throw CheckpointKeeperError.exchanged }
            if error.closesLog { log.degrade(error.description) }
            throw error
        }
    }

    private func newestOutside(orNone mayBeNone: Bool) async throws -> SignedCheckpoint? {
        var newest: SignedCheckpoint?
        for (path, signed) in try await outside() {
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

    /// The checkpoints in the files; each must be signed with a key of this log, if any key is known.
    private func outside() async throws -> [(path: String, signed: SignedCheckpoint)] {
        let known = try await knownKeys()
        return try files.enumerated().compactMap { index, file in
            let signed = try index == 0 ? file.read() : Self.copy(in: file)
            return try signed.map { (file.path, try Self.known($0, in: file, keys: known)) }
        }
    }

    /// A copy on an unavailable disk or share is skipped and read again later; the checkpoint remains there.
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

    /// The signing key; a log that never had one gets a new key.
    private func signer() async throws -> NoteSigner {
        guard !isChangingKey else { throw CheckpointKeeperError.changingKey }
        if let kept { return kept }
        return try await closingLog { try await readSigner() }
    }

    private func readSigner() async throws -> NoteSigner {
        try await settleChange()
        if let signer = try keys.signer() {
            let named = try await log.read { try $0.keysNamed().last?.new }
            guard named == nil || named == signer.verifierKey.description else {
                throw CheckpointKeeperError.otherKey(path: keys.path)
            }
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

    /// Completes a change of keys interrupted by a crash if the log contains it; otherwise cancels the change.
    private func settleChange() async throws {
        guard let next = try keys.nextSigner() else { return }
        let named = try await log.read { try $0.keysNamed().last?.new }
        guard named == next.verifierKey.description else { return try keys.abandonChange() }
        let old = try keys.signer()
        try await finishChange(from: old?.verifierKey == next.verifierKey ? nil : old, to: next, begun: exchanges)
    }

    /// A unique name for the log, always of the same length, without further meaning.
    private func newName() throws(CheckpointKeeperError) -> NoteKeyName {
        let tag = UInt64.random(in: 1 << 60 ... .max)
        guard let name = NoteKeyName("outguide/" + String(tag, radix: 16)) else { throw .missingKey(path: keys.path) }
        return name
    }

    private func write(_ signed: SignedCheckpoint, begun: Int) throws {
        guard begun == exchanges, !isExchanging else { throw CheckpointKeeperError.exchanged }
        var trouble: CheckpointKeeperError?
        let changes = SignedCheckpoint.bytes(of: try keptChanges())
        for (index, file) in files.enumerated() {
            do throws(CheckpointKeeperError) {
                if !changes.isEmpty, try file.changes.read() != changes { try file.changes.write(changes) }
                if try file.read()?.serialized != signed.serialized { try file.write(signed) }
            } catch {
                // A copy that cannot be written does not prevent signing; it is reported, and written when possible.
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
