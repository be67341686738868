import LogProof
import Testing

/// Whatever is read must be written the same, and nothing may stop the program.
@Suite struct ParserFuzzTests {
    private static let seeds: [UInt64] = [11, 12, 13]
    private static let rounds = 1_500

    private let log: SampleLog

    init() throws { self.log = try SampleLog(size: 13, signer: SampleLog.fixedSigner()) }

    @Test(arguments: seeds) func notesAndCheckpoints(seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        let note = Array(
            try log.checkpoint(signers: [log.signer, NoteSigner(parsing: KeyTests.peterSecret)]).serialized.utf8
        )
        var accepted = 0
        for round in 0..<Self.rounds {
            let bytes = generator.mutated(note)
            if let read = try? SignedNote(parsing: bytes) {
                #expect(Array(read.serialized.utf8) == bytes, "seed \(seed), round \(round)")
                accepted += 1
            }
            if let read = try? SignedCheckpoint(parsing: bytes) {
                #expect(Array(read.checkpoint.text.utf8) == Array(read.note.text.utf8))
                // What differs in the text has no signature; what differs below has the same text.
                if (try? read.signers(among: [log.signer.verifierKey])) != nil {
                    #expect(read.checkpoint == (try log.checkpoint().checkpoint), "seed \(seed), round \(round)")
                }
            }
        }
        #expect(accepted > 50)
    }

    @Test(arguments: seeds) func keys(seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        for round in 0..<Self.rounds {
            let key = generator.mutated(Array(log.signer.verifierKey.description.utf8))
            let text = String(decoding: key, as: UTF8.self)
            if let read = try? NoteVerifierKey(parsing: text) {
                #expect(Array(read.description.utf8) == Array(text.utf8), "seed \(seed), round \(round)")
            }
            let secret = String(decoding: generator.mutated(Array(log.signer.encoded.utf8)), as: UTF8.self)
            if let read = try? NoteSigner(parsing: secret) {
                #expect(Array(read.encoded.utf8) == Array(secret.utf8), "seed \(seed), round \(round)")
            }
        }
    }

    @Test(arguments: seeds) func tiles(seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        let tile = try Tile(.entries, index: 0, width: 13)
        let bundle = try log.bytes(of: tile)
        var accepted = 0
        for round in 0..<Self.rounds {
            let path = String(decoding: generator.mutated(Array("tile/0/x001/x234/067.p/17".utf8)), as: UTF8.self)
            if let read = try? Tile(path: path) {
                #expect(Array(read.path.utf8) == Array(path.utf8), "seed \(seed), round \(round)")
                accepted += 1
            }
            let bytes = generator.mutated(bundle)
            if let entries = try? tile.entries(in: bytes) {
                let again = try tile.bytes(node: log.store.read) { entries[Int($0)] }
                #expect(again == bytes, "seed \(seed), round \(round)")
            }
        }
        #expect(accepted > 50)
    }

    @Test(arguments: seeds) func bundles(seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        let honest = try log.bundle(5)
        let growth = try log.consistency(6, 13)
        for round in 0..<Self.rounds {
            if let read = try? ProofBundle(parsing: generator.mutated(honest.serialized)) {
                let again = try ProofBundle(parsing: read.serialized)
                #expect(again.serialized == read.serialized, "seed \(seed), round \(round)")
                if read.verify(trusting: [log.signer.verifierKey]).conclusion == .proved {
                    #expect(read.body == honest.body, "seed \(seed), round \(round)")
                }
            }
            if let read = try? ConsistencyBundle(parsing: generator.mutated(growth.serialized)) {
                let again = try ConsistencyBundle(parsing: read.serialized)
                #expect(again.serialized == read.serialized, "seed \(seed), round \(round)")
            }
        }
    }
}
