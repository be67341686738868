import Foundation
import LogProof
import Testing

/// Bundles that lie, each in one way.
enum Tampering {
    /// Files made out of the proof of entry 5 in a log of 13, signed by `log`'s key; none of them may be believed.
    static func bundles(of log: SampleLog) throws -> [(name: String, file: [UInt8])] {
        let honest = try log.bundle(5)
        let thief = try SampleLog.signer()
        let foreign = try SampleLog.signer("other.example")
        let head = honest.checkpoint.checkpoint.head
        let hashes = honest.inclusion.hashes
        let elsewhere = try Checkpoint(origin: "other.example", head: head)
        let forgedHead = try TreeHead(size: head.size, root: TreeHash(ofLeaf: log.bodies[0]))
        let forged = try Checkpoint(origin: honest.checkpoint.checkpoint.origin, head: forgedHead)
        let resigned = try log.checkpoint(signers: [thief])
        var texts = honest.texts
        texts[0] = try #require(RevealedText(field: texts[0].field, salt: texts[0].salt, text: "CASE-6"))
        var salts = honest.texts
        salts[1] = try #require(
            RevealedText(field: "title", salt: [UInt8](repeating: 0, count: 32), text: salts[1].text)
        )
        let made = try #require(RevealedText(field: "reason", salt: texts[0].salt, text: "because"))
        let spaced = Array(String(decoding: honest.body, as: UTF8.self).replacing(",", with: ", ").utf8)

        var files: [(name: String, file: [UInt8])] = []
        func add(
            _ name: String,
            entry: Int64 = 5,
            body: [UInt8]? = nil,
            texts: [RevealedText]? = nil,
            hashes: [TreeHash]? = nil,
            checkpoint: SignedCheckpoint? = nil,
            key: NoteVerifierKey? = nil
        ) throws {
            let checkpoint = checkpoint ?? honest.checkpoint
            let bundle = try ProofBundle(
                entry: entry,
                body: body ?? honest.body,
                texts: texts ?? honest.texts,
                inclusion: InclusionProof(
                    leafIndex: entry - 1,
                    treeSize: checkpoint.checkpoint.head.size,
                    hashes: hashes ?? honest.inclusion.hashes
                ),
                checkpoint: checkpoint,
                key: key ?? honest.key
            )
            files.append((name, bundle.serialized))
        }
        try add("other-body", body: log.bodies[6])
        try add("other-body-same-number", body: SampleLog.body(5).map { $0 == 0x31 ? 0x32 : $0 })
        try add("spaced-body", body: spaced)
        try add("no-body", body: [])
        try add("next-number", entry: 6)
        try add("beyond", entry: 14)
        try add("far-beyond", entry: TreeHead.largestSize)
        try add("other-text", texts: texts)
        try add("other-salt", texts: salts)
        try add("made-up-text", texts: honest.texts + [made])
        try add("no-hashes", hashes: [])
        try add("one-hash-less", hashes: hashes.dropLast())
        try add("one-hash-more", hashes: hashes + [.ofEmptyTree])
        try add("swapped-hashes", hashes: hashes.reversed())
        try add("earlier-checkpoint", checkpoint: log.checkpoint(12))
        try add("signed-by-thief", checkpoint: resigned)
        try add("thief-throughout", checkpoint: resigned, key: thief.verifierKey)
        try add("foreign-key", key: foreign.verifierKey)
        try add("foreign-origin", checkpoint: SignedCheckpoint(elsewhere, signers: [log.signer, foreign]))
        try add(
            "foreign-throughout",
            checkpoint: SignedCheckpoint(elsewhere, signers: [log.signer, foreign]),
            key: foreign.verifierKey
        )
        try add("forged-root", checkpoint: SignedCheckpoint(forged, signers: [log.signer]))
        try add("single-root", hashes: [], checkpoint: SignedCheckpoint(forged, signers: [log.signer]))
        return files + rewritten(String(decoding: honest.serialized, as: UTF8.self), honest)
    }

    /// Changes to the text of the file that no honest program makes.
    private static func rewritten(_ file: String, _ honest: ProofBundle) -> [(name: String, file: [UInt8])] {
        let salt = Data(honest.texts[0].salt)
        let changes: [(String, String, String)] = [
            ("version-2", "\"version\": 1", "\"version\": 2"),
            ("version-true", "\"version\": 1", "\"version\": true"),
            ("version-fraction", "\"version\": 1", "\"version\": 1.0"),
            ("other-format", "outguide-entry-proof", "outguide-consistency-proof"),
            ("entry-twice", "\"entry\": 5", "\"entry\": 6, \"entry\": 5"),
            ("entry-text", "\"entry\": 5", "\"entry\": \"5\""),
            ("entry-exponent", "\"entry\": 5", "\"entry\": 5e0"),
            ("entry-missing", "\"entry\": 5,", ""),
            ("unknown-member", "\"entry\": 5", "\"entry\": 5, \"note\": \"trust me\""),
            ("trailing-comma", "\"version\": 1\n", "\"version\": 1,\n"),
            ("short-salt", salt.base64EncodedString(), salt.dropLast().base64EncodedString()),
            ("body-with-line-end", "\"body\": \"", "\"body\": \"\\n"),
            ("half-a-pair", "CASE-5", "CASE-5\\ud800"),
            ("size-with-zero", "\\n13\\n", "\\n013\\n"),
            ("other-size", "\\n13\\n", "\\n12\\n"),
            ("other-dash", "\u{2014} ", "- "),
            ("return", "\\n13\\n", "\\r\\n13\\n"),
            ("no-signature", "\\n\\n\u{2014}", "\\n\u{2014}"),
        ]
        // The same bytes are hashed, but other words are shown.
        let longer = (salt + Data("C".utf8)).base64EncodedString()
        let moved = file.replacing(salt.base64EncodedString(), with: longer, maxReplacements: 1)
            .replacing("\"CASE-5\"", with: "\"ASE-5\"")
        // What is not in the file would change nothing, and the test that expects a refusal would say so.
        return changes.map { ($0, Array(file.replacing($1, with: $2).utf8)) }
            + [
                ("moved-salt", Array(moved.utf8)), ("cut", Array(file.utf8.dropLast(20))),
                ("doubled", Array((file + file).utf8)), ("empty", []),
            ]
    }
}
