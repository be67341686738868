import LogProof
import Testing

@Suite struct ProofBundleTests {
    private let log: SampleLog
    private let key: NoteVerifierKey

    init() throws {
        self.log = try SampleLog(size: 13, signer: SampleLog.fixedSigner())
        self.key = log.signer.verifierKey
    }

    @Test func everyEntryIsProvedInEveryLaterLog() throws {
        for size in 1...log.size {
            for entry in 1...size {
                let bundle = try log.bundle(entry, size: size)
                let read = try ProofBundle(parsing: bundle.serialized)
                #expect(read.serialized == bundle.serialized)
                let verdict = read.verify(trusting: [key])
                #expect(verdict.conclusion == .proved)
                #expect(
                    verdict.findings.map(\.step)
                        == [.signature, .origin, .trust, .number, .form, .inclusion, .texts]
                )
            }
        }
    }

    @Test func textsNeedNotBeShown() throws {
        let bundle = try ProofBundle(parsing: log.bundle(3, showing: false).serialized)
        #expect(bundle.texts.isEmpty)
        #expect(bundle.verify(trusting: [key]).conclusion == .proved)
        #expect(!String(decoding: bundle.serialized, as: UTF8.self).contains("texts"))
    }

    @Test func withoutATrustedKeyItDependsOnTheKey() throws {
        let verdict = try log.bundle(3).verify(trusting: [])
        #expect(verdict.conclusion == .dependsOnKey)
        #expect(verdict.findings.filter { $0.outcome != .passed }.map(\.step) == [.trust])
    }

    @Test func aKeyThatWasChangedIsTrustedByEitherHalf() throws {
        let successor = try SampleLog.signer()
        let honest = try log.bundle(3)
        let bundle = try ProofBundle(
            entry: 3,
            body: honest.body,
            texts: [],
            inclusion: honest.inclusion,
            checkpoint: log.checkpoint(signers: [log.signer, successor]),
            key: successor.verifierKey
        )
        for trusted in [[key], [successor.verifierKey], [key, successor.verifierKey]] {
            #expect(bundle.verify(trusting: trusted).conclusion == .proved)
        }
        #expect(bundle.verify(trusting: [try SampleLog.signer().verifierKey]).conclusion == .refused)
    }

    @Test func everyLieIsRefused() throws {
        let files = try Tampering.bundles(of: log)
        #expect(Set(files.map(\.name)).count == files.count)
        for (name, file) in files {
            guard let bundle = try? ProofBundle(parsing: file) else { continue }
            #expect(bundle.verify(trusting: [key]).conclusion == .refused, "\(name)")
        }
        let readable = files.filter { (try? ProofBundle(parsing: $0.file)) != nil }
        #expect(readable.count > 20)
    }

    @Test func theFailedStepIsNamed() throws {
        let expected: [String: Set<ProofStep>] = [
            "other-body": [.number, .inclusion, .texts], "spaced-body": [.number, .form, .inclusion, .texts],
            "next-number": [.number, .inclusion], "other-text": [.texts], "other-salt": [.texts],
            "made-up-text": [.texts], "one-hash-less": [.inclusion], "signed-by-thief": [.signature, .trust],
            "thief-throughout": [.trust], "foreign-key": [.signature, .origin], "foreign-origin": [.origin, .trust],
            "foreign-throughout": [.trust], "forged-root": [.inclusion],
        ]
        let files = try Tampering.bundles(of: log)
        for (name, steps) in expected {
            let file = try #require(files.first { $0.name == name }?.file)
            let verdict = try ProofBundle(parsing: file).verify(trusting: [key])
            #expect(Set(verdict.findings.filter { $0.outcome == .failed }.map(\.step)) == steps, "\(name)")
        }
    }

    @Test func changedBitsAreRefused() throws {
        var generator = SeededGenerator(seed: 9)
        let file = try log.bundle(5).serialized
        // Every seventh byte: a signature takes its time.
        for place in stride(from: 0, to: file.count, by: 7) {
            var altered = file
            altered[place] ^= 1 << UInt8.random(in: 0..<8, using: &generator)
            guard let bundle = try? ProofBundle(parsing: altered) else { continue }
            #expect(bundle.verify(trusting: [key]).conclusion == .refused, "byte \(place)")
        }
    }

    @Test func partsThatDoNotBelongTogetherAreNotBundled() throws {
        let honest = try log.bundle(5)
        func bundle(entry: Int64, body: [UInt8], texts: [RevealedText] = []) throws(BundleError) -> ProofBundle {
            try ProofBundle(
                entry: entry,
                body: body,
                texts: texts,
                inclusion: honest.inclusion,
                checkpoint: honest.checkpoint,
                key: honest.key
            )
        }
        #expect(throws: BundleError.mismatch(member: "inclusion")) { try bundle(entry: 6, body: honest.body) }
        #expect(throws: BundleError.malformed(member: "entry")) { try bundle(entry: 0, body: honest.body) }
        let large = [UInt8](repeating: 0x20, count: Tile.largestEntry + 1)
        #expect(throws: BundleError.malformed(member: "body")) { try bundle(entry: 5, body: large) }
        let twice = honest.texts + honest.texts
        #expect(throws: BundleError.malformed(member: "texts")) {
            try bundle(entry: 5, body: honest.body, texts: twice)
        }
        #expect(RevealedText(field: "a", salt: [1], text: "b") == nil)
        #expect(RevealedText(field: "", salt: [UInt8](repeating: 1, count: 32), text: "b") == nil)
    }

    @Test func largeFilesAreNotRead() throws {
        let space = [UInt8](repeating: 0x20, count: ProofBundle.largest)
        let file = try log.bundle(5).serialized
        #expect(throws: BundleError.tooLarge(file.count + space.count)) { try ProofBundle(parsing: file + space) }
        #expect(try ProofBundle(parsing: file + space.dropLast(file.count)).entry == 5)
    }
}
