import Foundation
import Localization
import LogProof
import Testing
import TransferLog
import Vocabulary

@testable import DaemonServer
@testable import DaemonServices
@testable import Safekeeping

/// The checkpoints outside the database, and what their keeper does when one is away.
@Suite struct CheckpointKeeperTests {
    private struct Bed {
        let log: TransferLog
        let state: StateDirectory
        /// In a directory that may be away.
        let copy: CheckpointFile
        let keeper: CheckpointKeeper

        var own: CheckpointFile { CheckpointFile(path: state.checkpoint) }

        func grow() async throws {
            let reading = LogEvent.backedUp(entries: 0, sha256: "")
            _ = try await log.write { try $0.append(.log(reading), by: Attribution(principal: .daemon)) }
        }

        /// What a daemon finds that starts now.
        func start() async throws {
            try await CheckpointKeeper(log: log, keys: SigningKeys(directory: state), files: [own, copy]).check()
        }
    }

    private func with(_ body: (Bed) async throws -> Void) async throws {
        let directory = FileManager.default.temporaryDirectory.path() + "/outguide-\(UUID().uuidString)"
        try FileManager.default.createDirectory(atPath: directory + "/share", withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: directory) }
        let log = try TransferLog(path: directory + "/transfer.log.sqlite")
        let state = StateDirectory(within: directory)
        let copy = CheckpointFile(path: directory + "/share/checkpoint")
        let files = [CheckpointFile(path: state.checkpoint), copy]
        let keeper = CheckpointKeeper(log: log, keys: SigningKeys(directory: state), files: files)
        try await keeper.check()
        try await body(Bed(log: log, state: state, copy: copy, keeper: keeper))
        try log.close()
    }

    @Test func aNewLogIsSignedAtOnce() async throws {
        try await with { bed in
            #expect(try bed.own.read()?.checkpoint.head.size == 0)
            #expect(try bed.copy.read()?.checkpoint.head.size == 0)
            try await bed.grow()
            // Killed before it signed again.
            try await bed.start()
        }
    }

    /// Whoever cuts a log takes its checkpoint away, too.
    @Test func aLogWithoutACheckpointIsNotTrusted() async throws {
        try await with { bed in
            try await bed.grow()
            _ = try await bed.keeper.sign()
            try FileManager.default.removeItem(atPath: bed.own.path)
            // Elsewhere there is one.
            try await bed.start()
            try FileManager.default.removeItem(atPath: bed.copy.path)
            let missing = CheckpointKeeperError.missingCheckpoint(path: bed.own.path)
            await #expect(throws: missing) { try await bed.start() }
            await #expect(throws: missing) { try await bed.keeper.sign() }
            #expect(bed.keeper.trouble == missing)

            // Somebody answers for it, and the log says so.
            bed.log.degrade(Message(verbatim: missing.description))
            _ = try await bed.keeper.changeKey(reason: "lost", by: Attribution(principal: .daemon))
            #expect(bed.log.trouble == nil)
            #expect(bed.keeper.trouble == nil)
            #expect(try bed.own.read()?.checkpoint.head.size == 2)
            try await bed.start()
        }
    }

    @Test func aCopyThatIsAwayKeepsNobodyFromSigning() async throws {
        try await with { bed in
            let share = URL(filePath: bed.copy.path).deletingLastPathComponent()
            try FileManager.default.removeItem(at: share)
            // Not a directory: neither to be read nor to be written.
            try Data().write(to: share)
            try await bed.grow()
            let signed = try await bed.keeper.sign()
            #expect(signed.checkpoint.head.size == 1)
            #expect(bed.keeper.trouble?.description.contains(bed.copy.path) == true)
            try await bed.start()

            // It comes back, and gets what it missed although the log did not grow.
            try FileManager.default.removeItem(at: share)
            try FileManager.default.createDirectory(at: share, withIntermediateDirectories: false)
            _ = try await bed.keeper.sign()
            #expect(try bed.copy.read()?.serialized == signed.serialized)
            #expect(bed.keeper.trouble == nil)
        }
    }

    /// The file is named, and what to do about it.
    @Test(arguments: ["nonsense", "altered"])
    func aSpoiledCheckpointIsNamed(how: String) async throws {
        try await with { bed in
            try await bed.grow()
            let signed = try await bed.keeper.sign().serialized
            let text = how == "altered" ? signed.replacing("\n1\n", with: "\n2\n") : how
            try Data(text.utf8).write(to: URL(filePath: bed.own.path))
            let error = await #expect(throws: CheckpointKeeperError.self) { try await bed.start() }
            #expect(error?.description.contains(bed.own.path) == true)
            #expect(error?.description.contains("put the right checkpoint back") == true)
        }
    }

    /// Whoever finds that the log contradicts what was signed closes it: who signs, verifies, makes a backup or proves.
    @Test(arguments: ["sign", "check", "backup", "handed in"], ["other root", "longer", "another key", "nonsense"])
    func aContradictedLogIsClosedByWhoeverFindsIt(who: String, how: String) async throws {
        try await with { bed in
            try await bed.grow()
            let now = try await bed.keeper.sign()
            let key = try #require(try SigningKeys(directory: bed.state).signer())
            let size: Int64 = how == "longer" ? 7 : 1
            let head = try TreeHead(size: size, root: TreeHash(ofLeaf: [1]))
            let signer = how == "another key" ? NoteSigner(name: key.verifierKey.name) : key
            let checkpoint = try Checkpoint(origin: key.verifierKey.name.text, head: head)
            let forged = try SignedCheckpoint(checkpoint, signers: [signer])
            guard who == "handed in" else {
                if how == "nonsense" {
                    try Data("nonsense".utf8).write(to: URL(filePath: bed.own.path))
                } else {
                    try bed.own.write(forged)
                }
                await #expect(throws: CheckpointKeeperError.self) {
                    switch who {
                    case "sign": _ = try await bed.keeper.sign()
                    case "check": try await bed.keeper.check()
                    default: _ = try await bed.keeper.sign(size: 1)
                    }
                }
                #expect(bed.log.trouble?.description.contains(bed.own.path) == true)
                await #expect(throws: TransferLogError.self) { try await bed.grow() }
                return
            }
            guard how != "nonsense" else { return }
            try await bed.keeper.hold(forged, against: now)
            // What another key signed says nothing about this log.
            #expect((bed.log.trouble == nil) == (how == "another key"))
        }
    }

    /// A checkpoint that a restore gave up is answered with the entry that says so; any other break closes the log.
    @Test func aDeclaredBreakIsNamed() async throws {
        try await with { bed in
            try await bed.grow()
            let key = try #require(try SigningKeys(directory: bed.state).signer())
            func signed(_ size: Int64, _ leaf: UInt8) throws -> SignedCheckpoint {
                let head = try TreeHead(size: size, root: TreeHash(ofLeaf: [leaf]))
                return try SignedCheckpoint(
                    Checkpoint(origin: key.verifierKey.name.text, head: head),
                    signers: [key]
                )
            }
            let lost = AbandonedHead(entries: 5, root: TreeHash(ofLeaf: [5]).base64)
            let restored = LogEvent.restored(entries: 1, abandoned: lost, issued: [], reason: "disk")
            _ = try await bed.log.write { try $0.append(.log(restored), by: Attribution(principal: .daemon)) }
            let now = try await bed.keeper.sign()
            for given in [try signed(5, 5), try signed(3, 9), try signed(2, 9)] {
                let size = given.checkpoint.head.size
                await #expect(throws: CheckpointKeeperError.abandoned(signed: size, entries: 2, entry: 2)) {
                    try await bed.keeper.hold(given, against: now)
                }
            }
            #expect(bed.log.trouble == nil)
            // Not the one that was given up, and longer than anything that was.
            try await bed.keeper.hold(try signed(6, 6), against: now)
            #expect(bed.log.trouble != nil)
        }
    }

    private func change(_ bed: Bed, _ reason: String = "due") async throws -> NoteVerifierKey {
        try await bed.keeper.changeKey(reason: reason, by: Attribution(principal: .daemon))
    }

    /// Another key in the place of the one that the log names signs nothing, and closes the log.
    @Test(arguments: [false, true]) func anotherKeyIsNotTakenUp(afterChange: Bool) async throws {
        try await with { bed in
            try await bed.grow()
            _ = try await bed.keeper.sign()
            if afterChange { _ = try await change(bed) }
            let key = try #require(try SigningKeys(directory: bed.state).signer())
            let intruder = NoteSigner(name: key.verifierKey.name)
            try Data((intruder.encoded + "\n").utf8).write(to: URL(filePath: bed.state.key))
            let other = CheckpointKeeperError.otherKey(path: bed.state.key)
            await #expect(throws: other) { try await bed.start() }
            #expect(bed.log.trouble == .closed(Message(verbatim: other.description)))
            // Nor does it hand the log over to yet another one.
            await #expect(throws: other) { try await change(bed) }
            // Taken away, it can be replaced, and the log says so.
            try FileManager.default.removeItem(atPath: bed.state.key)
            let new = try await change(bed, "stolen")
            #expect(bed.log.trouble == nil)
            #expect(try await Array(bed.keeper.verifierKeys().prefix(2)) == [new, key.verifierKey])
            try await bed.start()
        }
    }

    /// What the log says of its keys holds, whatever the file beside it says.
    @Test(arguments: ["removed", "forged"]) func formerKeysAreThoseThatTheLogNames(how: String) async throws {
        try await with { bed in
            try await bed.grow()
            let first = try #require(try await bed.keeper.verifierKeys().first)
            let second = try await change(bed)
            if how == "removed" {
                try FileManager.default.removeItem(atPath: bed.state.knownKeys)
            } else {
                let forged = NoteSigner(name: first.name).verifierKey
                try Data("\(second)\n\(forged)\n".utf8).write(to: URL(filePath: bed.state.knownKeys))
            }
            try await bed.start()
            #expect(try await bed.keeper.verifierKeys() == [second, first])
        }
    }

    /// However often the key is changed, whoever trusts the first one gets to the newest.
    @Test func everyChangeOfKeysIsKept() async throws {
        try await with { bed in
            try await bed.grow()
            let first = try #require(try await bed.keeper.verifierKeys().first)
            for turn in 0..<20 {
                _ = try await change(bed)
                if turn % 3 == 0 { try await bed.grow() }
            }
            try await bed.grow()
            let signed = try await bed.keeper.sign()
            let changes = try await bed.keeper.handovers()
            #expect(changes.count == 20)
            #expect(try Data(contentsOf: URL(filePath: bed.copy.changes.path)) == Data(bed.own.changes.read() ?? []))
            let number = try #require(try await bed.log.read { try $0.newestEntry() })
            let key = try #require(try SigningKeys(directory: bed.state).signer()).verifierKey
            let bundle = try await bed.log.read { view in
                try ProofBundle(
                    entry: number.rawValue,
                    body: try view.body(of: number),
                    texts: [],
                    inclusion: try view.inclusionProof(of: number, size: signed.checkpoint.head.size),
                    checkpoint: signed,
                    key: key,
                    keyChanges: changes
                )
            }
            #expect(bundle.verify(trusting: [first]).conclusion == .proved)
            try await bed.start()
            // The file goes, and comes back out of the copy.
            try FileManager.default.removeItem(atPath: bed.own.changes.path)
            try await bed.grow()
            _ = try await bed.keeper.sign()
            #expect(try bed.own.readChanges()?.count == 20)
        }
    }

    /// A log of an earlier version names its key from now on, once.
    @Test func aLogThatNamesNoKeyIsGivenOne() async throws {
        let directory = FileManager.default.temporaryDirectory.path() + "/outguide-\(UUID().uuidString)"
        try FileManager.default.createDirectory(atPath: directory, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: directory) }
        let log = try TransferLog(path: directory + "/transfer.log.sqlite")
        let state = StateDirectory(within: directory)
        let event = LogEvent.backedUp(entries: 0, sha256: "")
        _ = try await log.write { try $0.append(.log(event), by: Attribution(principal: .daemon)) }
        let key = NoteSigner(name: try #require(NoteKeyName("outguide/1")))
        try SigningKeys(directory: state).begin(with: key)
        let head = try await log.read { try $0.treeHead() }
        let checkpoint = try Checkpoint(origin: key.verifierKey.name.text, head: head)
        let own = CheckpointFile(path: state.checkpoint)
        try own.write(SignedCheckpoint(checkpoint, signers: [key]))
        for _ in 0..<2 {
            let keeper = CheckpointKeeper(log: log, keys: SigningKeys(directory: state), files: [own])
            try await keeper.check()
            try await keeper.nameKey()
        }
        let named = try await log.read { try $0.keysNamed() }
        #expect(named.map(\.new) == [key.verifierKey.description])
        #expect(named.first?.entry.rawValue == 2)
        try log.close()
    }

    /// The first entry of a new log names the key that signs it.
    @Test func aNewLogNamesItsKey() async throws {
        try await with { bed in
            try await bed.grow()
            try await bed.grow()
            let key = try #require(try await bed.keeper.verifierKeys().first)
            let named = try await bed.log.read { try $0.keysNamed() }
            #expect(named.map(\.new) == [key.description])
            #expect(named.first?.entry.rawValue == 1)
        }
    }

    /// A crash after the log took the new key in, and before the new one signs.
    @Test func aChangeOfKeysThatWasBrokenOffIsFinishedWithBothSignatures() async throws {
        try await with { bed in
            try await bed.grow()
            let keys = SigningKeys(directory: bed.state)
            let old = try #require(try keys.signer())
            let new = NoteSigner(name: old.verifierKey.name)
            try keys.prepareChange(to: new)
            let event = LogEvent.keyRotated(
                old: old.verifierKey.description,
                new: new.verifierKey.description,
                reason: "due"
            )
            _ = try await bed.log.write { try $0.append(.log(event), by: Attribution(principal: .daemon)) }
            try await bed.start()
            #expect(try keys.signer()?.verifierKey == new.verifierKey)
            let kept = try #require(try bed.own.readChanges())
            #expect(kept.count == 1)
            #expect(try kept.first?.signers(among: [old.verifierKey, new.verifierKey]).count == 2)
        }
    }
}
