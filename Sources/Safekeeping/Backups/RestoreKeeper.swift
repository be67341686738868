import Barcodes
public import Circulation
import Localization
import LogProof
public import TransferLog
public import Vocabulary

/// Replaces the log with a backup, and declares the restore in the log.
public actor RestoreKeeper {
    private let log: TransferLog
    private let checkpoints: CheckpointKeeper
    private let keys: SigningKeys
    private let outside: [CheckpointFile]
    private let directory: StateDirectory
    private let settings: CirculationSettings
    private let clock: UTCClock
    private var isBusy = false

    public init(
        log: TransferLog,
        checkpoints: CheckpointKeeper,
        keys: SigningKeys,
        outside: [CheckpointFile],
        directory: StateDirectory,
        settings: CirculationSettings,
        clock: UTCClock = .system
    ) {
        self.log = log
        self.checkpoints = checkpoints
        self.keys = keys
        self.outside = outside
        self.directory = directory
        // The expungements were approved and executed before; they need no second approval.
        var settings = settings
        settings.onePrincipalExpunges = true
        self.settings = settings
        self.clock = clock
    }

    /// Replaces the log with a backup.
    ///
    /// Throws ``BackupError``, ``CheckpointKeeperError``, `TransferLogError`, and what `receive` and `note` throw.
    ///
    /// - Parameters:
    ///   - abandons: whether entries covered by checkpoints outside the database may be given up permanently.
    ///   - note: adds to the new log what must be in it once it replaces the other.
    ///   - receive: writes the backup to the file at a path.
    public func restore(
        reason: FreeText,
        abandons: Bool,
        by attribution: Attribution,
        noting note: @escaping @Sendable (Restoration, LogTransaction) throws -> Void = { _, _ in },
        _ receive: @Sendable (_ path: String) async throws -> Void
    ) async throws -> Restoration {
        guard !isBusy else { throw BackupError.busy }
        isBusy = true
        defer { isBusy = false }
        let pending = PendingRestore(in: directory)
        let draft = pending.draft
        try pending.discardDraft()
        try Directory(path: draft.path).make()
        let replaced = "replaced-\(clock.now().inFileName)"
        let prepared: Restoration
        do {
            try await receive(draft.log)
            prepared = try await prepare(
                draft,
                reason: reason,
                abandons: abandons,
                by: attribution,
                keeping: directory.path + "/" + replaced,
                noting: note
            )
        } catch {
            try pending.discardDraft()
            throw error
        }
        try await checkpoints.exchange { [log, outside] in
            try await BlockingWork.run {
                try pending.decide(keepingIn: replaced)
                _ = try log.exchangeFiles(because: Message("a backup is being restored")) {
                    try pending.carryOut(checkpoints: outside)
                }
            }
        }
        return prepared
    }

    /// Turns the draft into the new log: declares the restore, repeats expungements, and signs.
    private func prepare(
        _ draft: StateDirectory,
        reason: FreeText,
        abandons: Bool,
        by attribution: Attribution,
        keeping kept: String,
        noting note: @escaping @Sendable (Restoration, LogTransaction) throws -> Void
    ) async throws -> Restoration {
        let copy: TransferLog
        do throws(TransferLogError) {
            copy = try TransferLog(path: draft.log)
        } catch {
            throw BackupError.notABackup(reason: error.asMessage)
        }
        let (head, stampKey) = try await Self.verified(copy)
        let lost = try await witnessed(beyond: copy, head, ignoringSpoiled: abandons)
        if let lost, !abandons { throw BackupError.wouldFork(entries: head.size, witnessed: lost.entries) }
        let signer = try await keySigning(for: stampKey, into: draft)
        try await copy.removeStamp()
        let issued = try await issued(beyond: copy, head, lost)
        let event = LogEvent.restored(entries: head.size, abandoned: lost, issued: issued, reason: reason.text)
        let named = try await copy.read { try $0.keysNamed().last?.new } ?? stampKey.description
        let declared = try await copy.write { transaction in
            let entry = try transaction.append(.log(event), by: attribution)
            let new = signer.verifierKey.description
            if new != named {
                let change = LogEvent.keyRotated(old: named, new: new, reason: reason.text)
                try transaction.append(.log(change), by: attribution)
            }
            return entry
        }
        let again = try await ExpungementsAgain(of: log, from: head.size, in: copy, settings: settings).carryOut()
        // The expungements were ordered in the replaced log too, so these files must go whether or not the restore
        // succeeds.
        let documents = DocumentStore(path: directory.documents)
        try await BlockingWork.run { for file in again?.files ?? [] { try documents.remove(file) } }
        let restoration = Restoration(
            entries: head.size,
            entry: declared.number.rawValue,
            abandoned: lost.map { max(0, $0.entries - head.size) } ?? 0,
            expunged: again?.expunged,
            keptIn: kept
        )
        try await copy.write { try note(restoration, $0) }
        let newHead = try await copy.read { try $0.treeHead() }
        let checkpoint = try Checkpoint(origin: signer.verifierKey.name.text, head: newHead)
        try CheckpointFile(path: draft.checkpoint).write(SignedCheckpoint(checkpoint, signers: [signer]))
        try await BlockingWork.run { try copy.close() }
        return restoration
    }

    /// Verifies the whole copy, and returns its size, its root and the key that signed it.
    private static func verified(_ copy: TransferLog) async throws -> (TreeHead, NoteVerifierKey) {
        guard let stamp = try await copy.stamp() else {
            throw BackupError.notABackup(reason: Message("outguide backup did not write it"))
        }
        let signed: SignedCheckpoint
        let key: NoteVerifierKey
        do {
            signed = try SignedCheckpoint(parsing: Array(stamp.checkpoint.utf8))
            key = try NoteVerifierKey(parsing: stamp.verifierKey)
            guard try !signed.signers(among: [key]).isEmpty else {
                throw BackupError.notABackup(reason: Message("its checkpoint is not signed by its key"))
            }
        } catch let error as BackupError {
            throw error
        } catch {
            throw BackupError.notABackup(reason: Message("its checkpoint cannot be read: \(error.asMessage, "reason")"))
        }
        let findings = try await copy.verify()
        if let problem = findings.problems.first { throw BackupError.unsound(problem: problem) }
        guard findings.head == signed.checkpoint.head else {
            throw BackupError.unsound(problem: Message("its entries are not those that its checkpoint witnesses"))
        }
        return (findings.head, key)
    }

    /// The highest barcode numbers that the replaced log may have minted since the copy was made; they may be on
    /// labels.
    ///
    /// Each entry mints at most one number. If the replaced log cannot be read or trusted, the number of its
    /// witnessed entries limits them, plus an allowance for entries after the last checkpoint.
    private func issued(
        beyond copy: TransferLog,
        _ head: TreeHead,
        _ lost: AbandonedHead?
    ) async throws -> [MintedBarcode] {
        let given = try await copy.read { try $0.newestMinted() }
        if log.trouble?.mayPass ?? true, let newer = try? await log.read({ try $0.newestMinted() }) {
            return newer.filter { newest in
                !given.contains { $0.prefix == newest.prefix && $0.site == newest.site && $0.serial >= newest.serial }
            }
        }
        let most = max(0, (lost?.entries ?? 0) - head.size) + Self.unwitnessedEntries
        return given.compactMap { barcode in
            MintedBarcode(prefix: barcode.prefix, site: barcode.site, serial: barcode.serial + Int(clamping: most))
        }
    }

    /// An allowance for entries after the last checkpoint of a log that cannot be read.
    private static let unwitnessedEntries: Int64 = 10_000

    /// The entries that a checkpoint outside the database covers and the copy lacks; nil when it has them all.
    private func witnessed(
        beyond copy: TransferLog,
        _ head: TreeHead,
        ignoringSpoiled: Bool
    ) async throws -> AbandonedHead? {
        var lost: AbandonedHead?
        for file in outside {
            guard let claimed = try Self.claimed(in: file, ignoringSpoiled: ignoringSpoiled) else { continue }
            let isContained =
                claimed.size <= head.size
                ? try await copy.read { try $0.treeHead(size: claimed.size) } == claimed : false
            if !isContained, claimed.size >= lost?.entries ?? 0 {
                lost = AbandonedHead(entries: claimed.size, root: claimed.root.base64)
            }
        }
        return lost
    }

    /// The tree head of the checkpoint in `file`; nil when there is none.
    private static func claimed(in file: CheckpointFile, ignoringSpoiled: Bool) throws -> TreeHead? {
        do {
            return try file.read()?.checkpoint.head
        } catch {
            if ignoringSpoiled, case .spoiled = error { return nil }
            throw error
        }
    }

    /// The signing key from now on: the current one if it belongs to the log in the copy, otherwise a new one.
    ///
    /// A key that the replaced log does not name was installed without authorisation.
    private func keySigning(for stampKey: NoteVerifierKey, into draft: StateDirectory) async throws -> NoteSigner {
        let known = try keys.verifierKeys()
        let named = try? await log.read { try $0.keysNamed().last?.new }
        if let signer = try? keys.signer(), known.contains(stampKey),
            named == nil || named == signer.verifierKey.description || signer.verifierKey == stampKey
        {
            return signer
        }
        let signer = NoteSigner(name: stampKey.name)
        let keys = SigningKeys(directory: draft)
        try keys.begin(with: signer, after: known.contains(stampKey) ? known : [stampKey])
        return signer
    }
}
