import Localization
public import LogProof
public import TransferLog
public import Vocabulary

/// The keys that sign the log: which they were, which signs now, and how one replaces another.
extension CheckpointKeeper {
    /// The keys that others need to verify the log's signatures, the current key first.
    ///
    /// Throws ``CheckpointKeeperError`` and `TransferLogError`.
    public func verifierKeys() async throws -> [NoteVerifierKey] {
        _ = try await signer()
        return try await knownKeys()
    }

    /// The first checkpoint after each change of keys, signed with both keys, oldest first, with the entry of the
    /// change.
    ///
    /// Changes that a restore discarded are left out. Throws ``CheckpointKeeperError`` and `TransferLogError`.
    public func keyChanges() async throws -> [(naming: KeyNaming, checkpoint: SignedCheckpoint)] {
        let kept = try outside.keyChanges()
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
    ///
    /// Throws ``CheckpointKeeperError`` and `TransferLogError`.
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

    /// Replaces the signing key, and records the change in the log.
    ///
    /// The next checkpoint has both signatures, and is kept. A lost key can be replaced too; the last checkpoint then
    /// identifies the log. Throws ``CheckpointKeeperError`` and `TransferLogError`.
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
            .missingKey(path: keys.path), .missingCheckpoint(path: outside.files.first?.path ?? ""),
            .otherKey(path: keys.path),
            .wrongKey(path: keys.path),
        ]
        let missing = lacking.map { Message(verbatim: $0.description) }.first { log.trouble == .closed($0) }
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
        if old != nil, let own = outside.files.first {
            try own.changes.write(
                SignedCheckpoint.bytes(of: outside.keyChanges().suffix(Self.mostChanges - 1) + [signed])
            )
        }
        try write(signed, begun: begun)
        try keys.finishChange()
        kept = new
    }

    /// Names the signing key in a log of an earlier version, after the log was checked against its checkpoints.
    ///
    /// From then on a replaced key is detected. Throws ``CheckpointKeeperError`` and `TransferLogError`.
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
    func knownKeys() async throws -> [NoteVerifierKey] {
        let namings = try await log.read { try $0.keysNamed() }
        guard !namings.isEmpty else { return try keys.verifierKeys() }
        var known: [NoteVerifierKey] = []
        for text in namings.reversed().flatMap({ [$0.new, $0.old].compactMap { $0 } }) {
            let key: NoteVerifierKey
            do {
                key = try NoteVerifierKey(parsing: text)
            } catch {
                throw TransferLogError.damaged(Message("the log names a key that is none"))
            }
            if !known.contains(key) { known.append(key) }
        }
        return known
    }

    /// The signing key; a log that never had one gets a new key.
    func signer() async throws -> NoteSigner {
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
        guard isNew, try keys.verifierKeys().isEmpty, try outside.areMissing() else {
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
}
