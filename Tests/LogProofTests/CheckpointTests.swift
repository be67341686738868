import LogProof
import Testing

@Suite struct CheckpointTests {
    /// The example of C2SP tlog-checkpoint.
    private static let example =
        "example.com/behind-the-sofa\n20852163\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n\n"
        + "\u{2014} example.com/behind-the-sofa Az3grlgtzPICa5OS8npVmf1Myq/5IZniMp+ZJurmRDeOoRDe4URYN7u5/Zhcyv2q1gGzGku9nTo+zyWE+xeMcTOAYQ8=\n"

    @Test func theExampleOfTheSpecificationIsRead() throws {
        let signed = try SignedCheckpoint(parsing: Self.example.utf8)
        #expect(signed.checkpoint.origin == "example.com/behind-the-sofa")
        #expect(signed.checkpoint.head.size == 20_852_163)
        #expect(signed.checkpoint.head.root.base64 == "CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=")
        #expect(signed.checkpoint.extensions.isEmpty)
        #expect(signed.serialized == Self.example)
        #expect(signed.note.signatures.map(\.keyID.description) == ["033de0ae"])
    }

    @Test func whatIsWrittenIsReadBack() throws {
        let signer = try SampleLog.signer()
        for size in [Int64(0), 1, 255, TreeHead.largestSize] {
            let head = try TreeHead(size: size, root: TreeHash(ofLeaf: [UInt8(size & 255)]))
            let checkpoint = try Checkpoint(
                origin: "outguide.example/archive",
                head: head,
                extensions: ["more", "lines"]
            )
            let signed = try SignedCheckpoint(checkpoint, signers: [signer])
            let read = try SignedCheckpoint(parsing: signed.serialized.utf8)
            #expect(read.checkpoint == checkpoint)
            #expect(read.checkpoint.extensions == ["more", "lines"])
            #expect(try read.signers(among: [signer.verifierKey]) == [signer.verifierKey])
            let other = try SampleLog.signer()
            #expect(throws: CheckpointError.note(.unknownSigners)) { try read.signers(among: [other.verifierKey]) }
        }
    }

    private static let root = "CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I="

    @Test(arguments: [
        ("", CheckpointError.malformed), ("a\n1\n", .malformed), ("a\n1\n\(root)", .malformed),
        ("\n1\n\(root)\n", .malformedOrigin), ("a\n\n\(root)\n", .malformedSize), ("a\n01\n\(root)\n", .malformedSize),
        ("a\n-1\n\(root)\n", .malformedSize), ("a\n+1\n\(root)\n", .malformedSize),
        ("a\n1 \n\(root)\n", .malformedSize),
        ("a\n00\n\(root)\n", .malformedSize), ("a\n\u{0661}\n\(root)\n", .malformedSize),
        ("a\n4611686018427387905\n\(root)\n", .malformedSize), ("a\n99999999999999999999\n\(root)\n", .malformedSize),
        ("a\n1\n\n", .malformedRoot), ("a\n1\n\(root.dropLast())\n", .malformedRoot), ("a\n1\nAAAA\n", .malformedRoot),
        ("a\n1\n\(root) \n", .malformedRoot), ("a\n1\n\(root)\n\n", .malformedExtension),
        ("a\n1\n\(root)\nx\n\ny\n", .malformedExtension),
    ])
    func malformedTextsAreRefused(text: String, error: CheckpointError) {
        #expect(throws: error) { try Checkpoint(parsing: text) }
    }

    @Test func nothingIsWrittenThatCannotBeRead() throws {
        #expect(throws: CheckpointError.malformedOrigin) { try Checkpoint(origin: "", head: .empty) }
        #expect(throws: CheckpointError.malformedOrigin) { try Checkpoint(origin: "a\nb", head: .empty) }
        #expect(throws: CheckpointError.malformedExtension) {
            try Checkpoint(origin: "a", head: .empty, extensions: [""])
        }
    }

    @Test func laterCheckpointsExtendEarlierOnes() throws {
        let log = try SampleLog(size: 20, signer: SampleLog.signer())
        let (old, new) = (try log.checkpoint(7).checkpoint, try log.checkpoint(20).checkpoint)
        let proof = try ConsistencyProof(from: 7, to: 20, reading: log.store.read)
        try new.verify(after: old, by: proof)
        let foreign = try Checkpoint(origin: "other.example", head: new.head)
        #expect(throws: CheckpointError.otherOrigin(expected: old.origin, found: "other.example")) {
            try foreign.verify(after: old, by: proof)
        }
        var bodies = log.bodies
        bodies[3] = SampleLog.body(99)
        let forged = try SampleLog(bodies: bodies, signer: log.signer).checkpoint(20).checkpoint
        #expect(throws: CheckpointError.inconsistent(.otherHead)) { try forged.verify(after: old, by: proof) }
        #expect(throws: CheckpointError.inconsistent(.otherSize(proof: 7, head: 20))) {
            try old.verify(after: new, by: proof)
        }
    }
}
