import Foundation
import LogProof
import Testing

/// What the module makes, judged by a program that was written from the page alone.
@Suite struct IndependentVerifierTests {
    private let log: SampleLog
    private let key: NoteVerifierKey
    private let scratch: ScratchDirectory

    init() throws {
        self.log = try SampleLog(size: 13, signer: SampleLog.fixedSigner())
        self.key = log.signer.verifierKey
        self.scratch = try ScratchDirectory()
    }

    private func check(_ files: [String], trusting keys: [NoteVerifierKey]) async throws -> IndependentVerifier {
        try await IndependentVerifier.run(["bundle"] + keys.flatMap { ["--key", $0.description] } + files)
    }

    @Test func honestBundlesAreProved() async throws {
        var files: [String] = []
        for size in 1...log.size {
            for entry in 1...size {
                files.append(try scratch.write(log.bundle(entry, size: size).serialized, to: "entry-\(entry)-\(size)"))
            }
            for earlier in 0...size {
                files.append(
                    try scratch.write(log.consistency(earlier, size).serialized, to: "grow-\(earlier)-\(size)")
                )
            }
        }
        let trusting = try await check(files, trusting: [key])
        #expect(trusting.status == 0, "\(trusting.lines.suffix(20))")
        #expect(trusting.conclusions == Dictionary(uniqueKeysWithValues: files.map { ($0, "proved") }))
        let blind = try await check(Array(files.prefix(9)), trusting: [])
        #expect(blind.status == 2)
        #expect(Set(blind.conclusions.values) == ["depends on key"])
        let stranger = try await check(Array(files.prefix(9)), trusting: [SampleLog.signer().verifierKey])
        #expect(stranger.status == 1)
        #expect(Set(stranger.conclusions.values) == ["refused"])
    }

    @Test func everyLieIsRefused() async throws {
        let files = try Tampering.bundles(of: log).map { try scratch.write($0.file, to: $0.name) }
        let answer = try await check(files, trusting: [key])
        #expect(answer.status == 1)
        #expect(answer.conclusions == Dictionary(uniqueKeysWithValues: files.map { ($0, "refused") }))
    }

    @Test(arguments: [UInt64(21), 22]) func bothAgreeOnMutatedBundles(seed: UInt64) async throws {
        var generator = SeededGenerator(seed: seed)
        let honest = [try log.bundle(5).serialized, try log.consistency(6, 13).serialized]
        var expected: [String: String] = [:]
        for round in 0..<120 {
            let file = honest[round % 2]
            let bytes = round % 3 == 0 ? generator.mutated(file) : generator.reworded(file)
            let entry = (try? ProofBundle(parsing: bytes))?.verify(trusting: [key])
            let growth = (try? ConsistencyBundle(parsing: bytes))?.verify(trusting: [key])
            let conclusion = (entry ?? growth)?.conclusion ?? .refused
            expected[try scratch.write(bytes, to: "\(seed)-\(round)")] = conclusion.rawValue
        }
        let answer = try await check(expected.keys.sorted(), trusting: [key])
        let disagreeing = expected.filter { answer.conclusions[$0.key] != $0.value }
        #expect(disagreeing.isEmpty, "seed \(seed)")
        // Both must have had something to say yes to, and something to say no to.
        let proved = expected.values.count { $0 == "proved" }
        #expect((20...100).contains(proved), "seed \(seed): \(proved) proved")
    }

    @Test func theBundlesOfThePageAreProved() async throws {
        let page = try String(contentsOf: SourceFile.page, encoding: .utf8)
        let files = try ["entry-proof", "consistency-proof"].map {
            try scratch.write(Array(PageTests.block($0, in: page).utf8), to: $0)
        }
        let key = try PageTests.block("verifier-key", in: page).dropLast()
        let answer = try await IndependentVerifier.run(["bundle", "--show", "--key", String(key)] + files)
        #expect(answer.status == 0, "\(answer.lines)")
        #expect(answer.lines.contains { $0.contains(#""reason": "audit""#) })
    }

    @Test(arguments: ["", "bundle", "tiles", "tiles directory", "bundle --key nonsense file", "other file"])
    func wrongUsageIsNamed(arguments: String) async throws {
        let answer = try await IndependentVerifier.run(arguments.split(separator: " ").map(String.init))
        #expect(answer.status == 64)
        #expect(answer.lines.last?.hasPrefix("cannot go on, ") == true)
    }
}
