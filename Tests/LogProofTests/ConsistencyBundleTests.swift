import LogProof
import Testing

@Suite struct ConsistencyBundleTests {
    private let log: SampleLog
    private let key: NoteVerifierKey

    init() throws {
        self.log = try SampleLog(size: 13, signer: SampleLog.fixedSigner())
        self.key = log.signer.verifierKey
    }

    @Test func everyGrowthIsProved() throws {
        for later in 0...log.size {
            for earlier in 0...later {
                let bundle = try log.consistency(earlier, later)
                let read = try ConsistencyBundle(parsing: bundle.serialized)
                #expect(read.serialized == bundle.serialized)
                #expect(read.verify(trusting: [key]).conclusion == .proved)
                #expect(read.verify(trusting: []).conclusion == .dependsOnKey)
                #expect(
                    read.verify(trusting: [key]).findings.map(\.step) == [.signature, .origin, .trust, .consistency]
                )
            }
        }
    }

    @Test func aChangeOfKeysNeedsBothToBeTrusted() throws {
        let successor = try SampleLog.signer()
        let honest = try log.consistency(6, 13)
        let bundle = try ConsistencyBundle(
            earlier: honest.earlier,
            later: log.checkpoint(signers: [successor]),
            proof: honest.proof,
            keys: [key, successor.verifierKey]
        )
        #expect(bundle.verify(trusting: [key, successor.verifierKey]).conclusion == .proved)
        #expect(bundle.verify(trusting: [key]).conclusion == .refused)
        #expect(bundle.verify(trusting: [successor.verifierKey]).conclusion == .refused)
    }

    @Test func aRewrittenHistoryIsRefused() throws {
        for place in 0..<6 {
            var bodies = log.bodies
            bodies[place] = SampleLog.body(99)
            let forged = SampleLog(bodies: bodies, signer: log.signer)
            let bundle = try ConsistencyBundle(
                earlier: log.checkpoint(6),
                later: forged.checkpoint(),
                proof: ConsistencyProof(from: 6, to: 13, reading: forged.store.read),
                keys: [key]
            )
            let verdict = bundle.verify(trusting: [key])
            #expect(verdict.findings.filter { $0.outcome == .failed }.map(\.step) == [.consistency])
            #expect(verdict.conclusion == .refused)
        }
    }

    @Test func changedBitsAreRefused() throws {
        var generator = SeededGenerator(seed: 10)
        let file = try log.consistency(6, 13).serialized
        // Every seventh byte: a signature takes its time.
        for place in stride(from: 0, to: file.count, by: 7) {
            var altered = file
            altered[place] ^= 1 << UInt8.random(in: 0..<8, using: &generator)
            guard let bundle = try? ConsistencyBundle(parsing: altered) else { continue }
            #expect(bundle.verify(trusting: [key]).conclusion == .refused, "byte \(place)")
        }
    }

    @Test func otherPartsAreNotBundled() throws {
        let honest = try log.consistency(6, 13)
        #expect(throws: BundleError.mismatch(member: "consistency")) {
            try ConsistencyBundle(earlier: honest.later, later: honest.later, proof: honest.proof, keys: [key])
        }
        #expect(throws: BundleError.malformed(member: "verifierKeys")) {
            try ConsistencyBundle(earlier: honest.earlier, later: honest.later, proof: honest.proof, keys: [])
        }
        #expect(throws: BundleError.otherFormat(ConsistencyBundle.format)) {
            try ProofBundle(parsing: honest.serialized)
        }
    }
}
