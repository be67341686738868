import Foundation
import LogProof
import Testing

/// The page from which strangers write verifiers says what the code does.
@Suite struct PageTests {
    private let text: String
    private let log: SampleLog

    init() throws {
        self.text = try String(contentsOf: SourceFile.page, encoding: .utf8)
        let text = self.text
        let bodies = Self.blocks("entry-body", in: text).map { Array($0.dropLast().utf8) }
        let signer = try NoteSigner(parsing: Self.block("signer-key", in: text).dropLast())
        self.log = SampleLog(bodies: bodies, signer: signer)
    }

    /// What stands between three accents and `tag` and the next three accents, each with its newline at the end.
    static func blocks(_ tag: String, in text: String) -> [String] {
        text.components(separatedBy: "```\(tag)\n").dropFirst().map { $0.components(separatedBy: "```")[0] }
    }

    static func block(_ tag: String, in text: String) throws -> String {
        let blocks = blocks(tag, in: text)
        try #require(blocks.count == 1, "one \(tag) on the page")
        return blocks[0]
    }

    private func block(_ tag: String) throws -> String { try Self.block(tag, in: text) }

    @Test func commitments() throws {
        let lines = try block("commitments").split(separator: "\n")
        #expect(lines.count == 5)
        for line in lines {
            let parts = line.split(separator: " ", maxSplits: 1).map(String.init)
            let salt = [UInt8](repeating: 7, count: 32)
            let revealed = try #require(RevealedText(field: "title", salt: salt, text: parts[1]))
            #expect(revealed.commitment == parts[0])
        }
    }

    @Test func tree() throws {
        #expect(log.size == 4)
        let nodes = log.store.nodes
        let leaves = try (Int64(1)...4).map { "\($0) \(try log.store.read(TreeNodeID(level: 0, index: $0 - 1)))\n" }
        #expect(try block("leaf-hashes") == leaves.joined())
        let inner = nodes.filter { $0.key.level > 0 }.map { "\($0.key) \($0.value)\n" }.sorted()
        #expect(try block("node-hashes") == inner.joined())
        let heads = try (Int64(0)...4).map { "\($0) \(try TreeHead(size: $0, reading: log.store.read).root)\n" }
        #expect(try block("tree-heads") == heads.joined())
    }

    @Test func keysAndCheckpoint() throws {
        #expect(try block("signer-key") == log.signer.encoded + "\n")
        #expect(try block("verifier-key") == "\(log.signer.verifierKey)\n")
        #expect(try block("checkpoint") == log.checkpoint().serialized)
    }

    @Test func bundles() throws {
        let proof = try ProofBundle(parsing: block("entry-proof").utf8)
        #expect(try block("entry-proof") == String(decoding: proof.serialized, as: UTF8.self))
        #expect(proof.verify(trusting: [log.signer.verifierKey]).conclusion == .proved)
        #expect(proof.body == log.bodies[3])
        #expect(proof.inclusion == (try InclusionProof(ofLeaf: 3, treeSize: 4, reading: log.store.read)))
        #expect(proof.texts.map(\.text) == ["audit"])
        let growth = try block("consistency-proof")
        #expect(try String(decoding: log.consistency(3, 4).serialized, as: UTF8.self) == growth)
    }

    @Test func tiles() throws {
        let paths = try TileSequence(ofTreeSize: 4).map(\.path)
        for path in paths { #expect(text.contains("`\(path)`")) }
        let entries = try log.bytes(of: Tile(path: "tile/entries/000.p/4"))
        var expected: [UInt8] = []
        for (length, body) in zip(try block("entry-lengths").split(separator: "\n"), log.bodies) {
            let number = try #require(UInt16(length, radix: 16))
            expected += [UInt8(number >> 8), UInt8(number & 255)] + body
        }
        #expect(entries == expected)
    }

    @Test func limitsAndStepsAreThoseOfTheCode() {
        for number in [ProofBundle.largest, SignedNote.largest, Tile.largestEntry] {
            let groups = number.formatted(.number.locale(Locale(identifier: "en_US")))
            #expect(text.contains(groups), "\(groups)")
        }
        #expect(text.contains("up to \(SignedNote.mostSignatures) signatures"))
        #expect(text.contains("1 to \(ConsistencyBundle.mostKeys) keys"))
        for step in ProofStep.allCases { #expect(text.contains("**\(step.rawValue)**")) }
        for format in [ProofBundle.format, ConsistencyBundle.format] { #expect(text.contains("`\(format)`")) }
    }

    /// The verdicts of the page on a chain of corrections are those of its own rule.
    @Test func corrections() throws {
        let lines = try block("counting").split(separator: "\n").map { $0.split(separator: " ").map(String.init) }
        var voided: Set<String> = []
        for line in lines.reversed() where line.count == 4 && !voided.contains(line[0]) { voided.insert(line[2]) }
        #expect(lines.count == 6)
        for line in lines { #expect((line.last == "voided") == voided.contains(line[0]), "\(line)") }
    }
}
