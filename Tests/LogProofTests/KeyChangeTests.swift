import Foundation
import LogProof
import Testing

/// Whoever trusts an old key gets to the new one by what old and new signed, and to nobody else's.
@Suite struct KeyChangeTests {
    private static let size: Int64 = 12
    private let old: NoteSigner
    private let new: NoteSigner
    private let newest: NoteSigner
    private let scratch: ScratchDirectory

    init() throws {
        (old, new, newest) = (try SampleLog.signer(), try SampleLog.signer(), try SampleLog.signer())
        scratch = try ScratchDirectory()
    }

    private static func rotation(_ number: Int, from old: NoteSigner, to new: NoteSigner) -> [UInt8] {
        Array(
            (#"{"entry":\#(number),"kind":"key-rotated","newKey":"\#(new.verifierKey)","occurredAt":"2026-11-21T05:50:00.000001Z","#
                + #""oldKey":"\#(old.verifierKey)","principal":"uid:0","recordedAt":"2026-11-21T05:50:00.000001Z","version":1}"#)
                .utf8
        )
    }

    /// A log that went from the old key to the new one in entry 4, and to the newest in entry 8.
    private func log() -> SampleLog {
        var bodies = (1...Int(Self.size)).map(SampleLog.body)
        bodies[3] = Self.rotation(4, from: old, to: new)
        bodies[7] = Self.rotation(8, from: new, to: newest)
        return SampleLog(bodies: bodies, signer: newest)
    }

    private func change(_ log: SampleLog, _ entry: Int64, size: Int64? = nil, signers: [NoteSigner]) throws -> KeyChange
    {
        KeyChange(
            entry: entry,
            body: log.bodies[Int(entry) - 1],
            inclusion: try InclusionProof(ofLeaf: entry - 1, treeSize: size ?? entry, reading: log.store.read),
            checkpoint: try log.checkpoint(size ?? entry, signers: signers)
        )
    }

    private func bundles(_ log: SampleLog, _ changes: [KeyChange]) throws -> [[UInt8]] {
        let entry = try log.bundle(11)
        let growth = try log.consistency(2, Self.size)
        return [
            try ProofBundle(
                entry: 11,
                body: entry.body,
                texts: entry.texts,
                inclusion: entry.inclusion,
                checkpoint: entry.checkpoint,
                key: log.signer.verifierKey,
                keyChanges: changes
            ).serialized,
            try ConsistencyBundle(
                earlier: log.checkpoint(2, signers: [old]),
                later: growth.later,
                proof: growth.proof,
                keys: [old.verifierKey, log.signer.verifierKey],
                keyChanges: changes
            ).serialized,
        ]
    }

    /// Both verifiers, on an entry proof and on a consistency proof, with the old key alone.
    private func conclusions(_ log: SampleLog, _ changes: [KeyChange], _ name: String) async throws -> Set<String> {
        var told: Set<String> = []
        let files = try bundles(log, changes)
        told.insert(try ProofBundle(parsing: files[0]).verify(trusting: [old.verifierKey]).conclusion.rawValue)
        told.insert(try ConsistencyBundle(parsing: files[1]).verify(trusting: [old.verifierKey]).conclusion.rawValue)
        let paths = try files.enumerated().map { try scratch.write($1, to: "\(name)-\($0)") }
        let answer = try await IndependentVerifier.run(["bundle", "--key", old.verifierKey.description] + paths)
        return told.union(answer.conclusions.values)
    }

    @Test func theOldKeyLeadsToTheNewestOne() async throws {
        let log = self.log()
        let changes = [
            try change(log, 4, signers: [new, old]), try change(log, 8, size: 9, signers: [newest, new]),
        ]
        #expect(try await conclusions(log, changes, "both") == ["proved"])
        #expect(try await conclusions(log, [], "none") == ["refused"])
        #expect(try await conclusions(log, Array(changes.suffix(1)), "gap") == ["refused"])
        #expect(try await conclusions(log, changes.reversed(), "order") == ["refused"])
    }

    /// Anybody can put a signature of their own under a note, and an entry of their own into a bundle.
    @Test func nobodyElseIsLedTo() async throws {
        let log = self.log()
        let second = try change(log, 8, size: 9, signers: [newest, new])
        let thief = try SampleLog.signer()
        var forgedBodies = log.bodies
        forgedBodies[3] = Self.rotation(4, from: old, to: newest)
        let forged = SampleLog(bodies: forgedBodies, signer: newest)
        let lies: [String: [KeyChange]] = [
            // The old key signed before the change only.
            "added-signature": [
                KeyChange(
                    entry: 4,
                    body: log.bodies[3],
                    inclusion: try InclusionProof(ofLeaf: 3, treeSize: 4, reading: log.store.read),
                    checkpoint: try log.checkpoint(3, signers: [newest, old])
                )
            ],
            "not-the-old-key": [try change(log, 4, signers: [new, newest]), second],
            "another-body": [
                KeyChange(
                    entry: 4,
                    body: forged.bodies[3],
                    inclusion: try InclusionProof(ofLeaf: 3, treeSize: 4, reading: log.store.read),
                    checkpoint: try log.checkpoint(4, signers: [newest, old])
                )
            ],
            "another-number": [
                KeyChange(
                    entry: 3,
                    body: log.bodies[3],
                    inclusion: try InclusionProof(ofLeaf: 2, treeSize: 4, reading: log.store.read),
                    checkpoint: try log.checkpoint(4, signers: [new, old])
                ),
                second,
            ],
            // In a tree of their own, signed by themselves.
            "own-tree": [try change(forged, 4, signers: [newest, thief])],
            "not-a-change": [try change(log, 5, signers: [newest, old])],
        ]
        for (name, changes) in lies {
            #expect(try await conclusions(log, changes, name) == ["refused"], "\(name)")
        }
    }

    @Test func exportsLeadFromKeyToKey() async throws {
        let log = self.log()
        let first = try log.checkpoint(4, signers: [new, old])
        let second = try log.checkpoint(9, signers: [newest, new])
        func export(_ name: String, _ changes: [SignedCheckpoint]) throws -> String {
            for tile in try TileSequence(ofTreeSize: log.size) {
                try scratch.write(try log.bytes(of: tile), to: "\(name)/\(tile.path)")
            }
            try scratch.write(Array(try log.checkpoint().serialized.utf8), to: "\(name)/checkpoint")
            try scratch.write(SignedCheckpoint.bytes(of: changes), to: "\(name)/checkpoint.changes")
            return scratch.url.appending(path: name).path()
        }
        let thief = try SampleLog.signer()
        let cases: [(String, [SignedCheckpoint], Bool)] = [
            ("both", [first, second], true), ("first", [first], false), ("second", [second], false),
            ("turned", [second, first], false), ("none", [], false),
            ("forged", [try log.checkpoint(4, signers: [new, thief]), second], false),
        ]
        for (name, changes, isProved) in cases {
            let directory = try export(name, changes)
            let answer = try await IndependentVerifier.run(
                ["tiles", "--key", old.verifierKey.description, directory]
            )
            #expect(answer.status == (isProved ? 0 : 1), "\(name): \(answer.lines)")
            #expect(try SignedCheckpoint.list(parsing: SignedCheckpoint.bytes(of: changes)).count == changes.count)
            var audit = ExportAudit(
                checkpoint: try log.checkpoint(),
                changes: changes,
                trusting: [old.verifierKey]
            )
            for body in log.bodies { _ = try audit.append(body) }
            #expect(((try? audit.conclude()) != nil) == isProved, "\(name)")
        }
    }

    /// A log whose checkpoint somebody signed who was never named is not its own.
    @Test func whoeverTheLogDoesNotNameIsRefused() async throws {
        let log = self.log()
        let signed = try log.checkpoint(signers: [old])
        var audit = ExportAudit(checkpoint: signed, changes: [], trusting: [old.verifierKey])
        for body in log.bodies { _ = try audit.append(body) }
        #expect(throws: ExportAudit.Fault.self) { try audit.conclude() }
        for tile in try TileSequence(ofTreeSize: log.size) {
            try scratch.write(try log.bytes(of: tile), to: "unnamed/\(tile.path)")
        }
        try scratch.write(Array(signed.serialized.utf8), to: "unnamed/checkpoint")
        let directory = scratch.url.appending(path: "unnamed").path()
        let answer = try await IndependentVerifier.run(["tiles", "--key", old.verifierKey.description, directory])
        #expect(answer.status == 1)

        var bodies = log.bodies
        bodies[7] = Self.rotation(8, from: old, to: newest)
        var broken = ExportAudit(checkpoint: signed, changes: [], trusting: [old.verifierKey])
        #expect(throws: ExportAudit.Fault.keyChange(entry: 8)) { for body in bodies { _ = try broken.append(body) } }
    }

    /// The tiles that are computed from the entries are those that are read out of the stored nodes.
    @Test(arguments: [1, 2, 255, 256, 257, 600, 65_536 + 300])
    func hashTilesFollowFromEntries(size: Int) throws {
        let log = try SampleLog(size: size, signer: old)
        var hasher = TileHasher()
        var made: [String: [UInt8]] = [:]
        for body in log.bodies { for (tile, bytes) in hasher.append(body) { made[tile.path] = bytes } }
        for (tile, bytes) in hasher.rest { made[tile.path] = bytes }
        #expect(try hasher.head == TreeHead(size: log.size, reading: log.store.read))
        let stored = try TileSequence(ofTreeSize: log.size).filter { $0.content != .entries }
        #expect(Set(made.keys) == Set(stored.map(\.path)))
        for tile in stored { #expect(try made[tile.path] == log.bytes(of: tile)) }
    }
}
