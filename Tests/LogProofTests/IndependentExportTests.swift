import Foundation
import LogProof
import Testing

/// Exported logs, judged by a program that was written from the page alone.
@Suite struct IndependentExportTests {
    private let scratch: ScratchDirectory
    private let signer: NoteSigner

    init() throws {
        self.scratch = try ScratchDirectory()
        self.signer = try SampleLog.signer()
    }

    private func export(_ log: SampleLog, to name: String, checkpoint: SignedCheckpoint? = nil) throws -> String {
        for tile in try TileSequence(ofTreeSize: log.size) {
            try scratch.write(try log.bytes(of: tile), to: "\(name)/\(tile.path)")
        }
        let note = try (checkpoint ?? log.checkpoint()).serialized
        try scratch.write(Array(note.utf8), to: "\(name)/\(Tile.checkpointPath)")
        return scratch.url.appending(path: name).path()
    }

    private func check(_ directories: [String]) async throws -> IndependentVerifier {
        try await IndependentVerifier.run(["tiles", "--key", signer.verifierKey.description] + directories)
    }

    @Test func honestExportsAreProved() async throws {
        let sizes = [0, 1, 2, 255, 256, 257, 512, 600]
        let exports = try sizes.map { size in
            let log = size == 0 ? SampleLog(bodies: [], signer: signer) : try SampleLog(size: size, signer: signer)
            return try export(log, to: "\(size)")
        }
        let answer = try await check(exports)
        #expect(answer.status == 0, "\(answer.lines)")
        #expect(answer.lines == zip(exports, sizes).map { "proved: \($0) (\($1) entries)" })
    }

    @Test func threeLevelsOfTilesAreProved() async throws {
        let log = try SampleLog(size: 65_536 + 300, signer: signer)
        let directory = try export(log, to: "large")
        let answer = try await check([directory])
        #expect(answer.lines == ["proved: \(directory) (65836 entries)"])
        #expect(FileManager.default.fileExists(atPath: directory + "/tile/2/000.p/1"))
    }

    @Test func everyLieIsRefused() async throws {
        let log = try SampleLog(size: 600, signer: signer)
        var expected: [String] = []
        func tampered(_ name: String, _ path: String, _ change: (inout [UInt8]) throws -> Void) throws {
            let directory = try export(log, to: name)
            let file = directory + "/" + path
            var bytes = try [UInt8](Data(contentsOf: URL(filePath: file)))
            let before = bytes
            try change(&bytes)
            try #require(bytes != before)
            try Data(bytes).write(to: URL(filePath: file))
            expected.append(directory)
        }
        for (place, path) in [
            "tile/entries/000", "tile/entries/002.p/88", "tile/0/001", "tile/0/002.p/88", "tile/1/000.p/2",
        ]
        .enumerated() {
            try tampered("bit-\(place)", path) { $0[$0.count / 2] ^= 4 }
            try tampered("cut-\(place)", path) { $0.removeLast() }
            try tampered("longer-\(place)", path) { $0 += [0, 0] }
            try tampered("empty-\(place)", path) { $0 = [] }
        }
        try tampered("first-byte", "checkpoint") { $0[0] ^= 1 }
        try tampered("other-size", "checkpoint") {
            $0 = Array(String(decoding: $0, as: UTF8.self).replacing("\n600\n", with: "\n599\n").utf8)
        }
        // A whole other history, signed by somebody else of the same name.
        let thief = SampleLog(bodies: log.bodies, signer: try SampleLog.signer())
        expected.append(try export(thief, to: "thief"))
        // Entries and tiles that agree with one another, under the checkpoint of the true log.
        var bodies = log.bodies
        bodies[300] = Array(String(decoding: bodies[300], as: UTF8.self).replacing("uid:1000", with: "uid:1001").utf8)
        let forged = SampleLog(bodies: bodies, signer: signer)
        expected.append(try export(forged, to: "forged", checkpoint: log.checkpoint()))
        // Rightly signed, but two entries changed places, or one says what nobody can read for certain.
        var swapped = log.bodies
        swapped.swapAt(10, 11)
        expected.append(try export(SampleLog(bodies: swapped, signer: signer), to: "swapped"))
        var loose = log.bodies
        loose[10].insert(0x20, at: 1)
        expected.append(try export(SampleLog(bodies: loose, signer: signer), to: "loose"))
        let missing = try export(log, to: "missing")
        try FileManager.default.removeItem(atPath: missing + "/tile/0/001")
        expected.append(missing)

        let answer = try await check(expected)
        #expect(answer.status == 1)
        #expect(answer.conclusions == Dictionary(uniqueKeysWithValues: expected.map { ($0, "refused") }))
    }

    /// What the program's own check of an export finds in these entries.
    private func fault(in bodies: [[UInt8]]) throws -> ExportAudit.Fault? {
        let log = SampleLog(bodies: bodies, signer: signer)
        var audit = ExportAudit(checkpoint: try log.checkpoint(), changes: [], trusting: [signer.verifierKey])
        do throws(ExportAudit.Fault) {
            for body in bodies { _ = try audit.append(body) }
            try audit.conclude()
            return nil
        } catch {
            return error
        }
    }

    /// A move says where the thing was by the entries before it; the verifier of the page knows where that is.
    @Test func movesComeFromWhereThingsWere() async throws {
        func entry(
            _ number: Int,
            _ kind: String,
            _ members: String,
            at minute: Int,
            recorded: Int? = nil,
            nonce: Bool = true
        ) -> [UInt8] {
            var parts = [
                #""entry":\#(number)"#, #""kind":"\#(kind)""#, #""principal":"uid:1""#, #""version":1"#,
                #""occurredAt":"2026-11-21T05:\#(10 + minute):00.000000Z""#,
                #""recordedAt":"2026-11-21T05:\#(10 + (recorded ?? number)):00.000000Z""#,
            ]
            if nonce { parts.append(#""nonce":"0707""#) }
            parts += members.split(separator: ";").map(String.init)
            return Array(("{" + parts.sorted().joined(separator: ",") + "}").utf8)
        }
        func place(_ entity: Int?) -> String {
            entity.map { #"{"kind":"location","record":\#($0)}"# } ?? #"{"kind":"unknown"}"#
        }
        func move(_ number: Int, from: Int?, to: Int?, told minute: Int? = nil, nonce: Bool = true) -> [UInt8] {
            let told = minute == nil ? "" : #""backDated":true;"#
            let members = told + #""subject":9;"from":\#(place(from));"to":\#(place(to))"#
            return entry(number, "relocated", members, at: minute ?? number, nonce: nonce)
        }
        func void(_ number: Int, _ voids: Int) -> [UInt8] {
            entry(number, "corrected", #""subject":9;"voids":\#(voids)"#, at: number)
        }
        func step(_ number: Int, at minute: Int) -> [UInt8] {
            entry(number, "clock-stepped-back", #""microseconds":1"#, at: minute, recorded: minute)
        }
        let start = [move(1, from: nil, to: 1), move(2, from: 1, to: 2)]
        let three = start + [void(3, 2), void(4, 3), void(5, 4)]
        let honest: [String: [[UInt8]]] = [
            "plain": start + [move(3, from: 2, to: nil)],
            "voided": start + [void(3, 2), move(4, from: 1, to: 3)],
            "reinstated": start + [void(3, 2), void(4, 3), move(5, from: 2, to: 3)],
            "voided again": three + [move(6, from: 1, to: 3)],
            "told late": start + [move(3, from: 1, to: 5, told: 1), move(4, from: 2, to: 3)],
            "told of the newest": start + [move(3, from: 2, to: 5, told: 2), move(4, from: 5, to: 3)],
            "after the clock was set back": start + [
                step(3, at: 1), move(4, from: 2, to: 5, told: 1), move(5, from: 5, to: 3),
            ],
            "of an earlier version": start + [move(3, from: 7, to: 1, nonce: false)],
        ]
        let lies: [String: [[UInt8]]] = [
            "stale": start + [move(3, from: 1, to: nil)],
            "of nowhere": start + [move(3, from: nil, to: 3)],
            "voided": start + [void(3, 2), move(4, from: 2, to: 3)],
            "voided again": three + [move(6, from: 2, to: 3)],
            "told late": start + [move(3, from: 2, to: 5, told: 1)],
            "after the clock was set back": start + [
                step(3, at: 1), move(4, from: 2, to: 5, told: 1), move(5, from: 2, to: 3),
            ],
        ]
        for (name, bodies) in honest {
            let directory = try export(
                SampleLog(bodies: bodies, signer: signer),
                to: "honest-\(name.replacing(" ", with: "-"))"
            )
            let answer = try await check([directory])
            #expect(answer.status == 0, "\(name): \(answer.lines)")
            #expect(try fault(in: bodies) == nil, "\(name)")
        }
        for (name, bodies) in lies {
            let directory = try export(
                SampleLog(bodies: bodies, signer: signer),
                to: "lie-\(name.replacing(" ", with: "-"))"
            )
            let answer = try await check([directory])
            #expect(answer.status == 1, "\(name)")
            #expect(answer.lines.contains { $0.contains("came from where it was not") }, "\(name): \(answer.lines)")
            #expect(try fault(in: bodies) == .origin(entry: Int64(bodies.count)), "\(name)")
        }
    }

    /// What an entry commits to beside the log goes on from what the entries before it commit to.
    @Test func commitmentsToReadingsGoOn() async throws {
        func body(_ number: Int, _ readings: Int, _ digit: String, accesses: Int = 0) -> [UInt8] {
            let zeros = String(repeating: "0", count: 64)
            let hash = readings == 0 ? zeros : String(repeating: digit, count: 64)
            let other = accesses == 0 ? zeros : String(repeating: "a", count: 64)
            let members = [
                #""accesses":\#(accesses)"#, #""accessesHash":"\#(other)""#, #""entry":\#(number)"#,
                #""kind":"evidence-committed""#, #""occurredAt":"2026-11-21T05:10:00.000000Z""#,
                #""principal":"daemon""#, #""readings":\#(readings)"#, #""readingsHash":"\#(hash)""#,
                #""recordedAt":"2026-11-21T05:10:00.000000Z""#, #""version":1"#,
            ]
            return Array(("{" + members.joined(separator: ",") + "}").utf8)
        }
        let honest = [body(1, 3, "1"), body(2, 3, "1", accesses: 2), body(3, 9, "2", accesses: 2)]
        let answer = try await check([export(SampleLog(bodies: honest, signer: signer), to: "evidence")])
        #expect(answer.status == 0, "\(answer.lines)")
        #expect(try fault(in: honest) == nil)
        let lies = [
            [body(1, 3, "1"), body(2, 2, "2")], [body(1, 3, "1"), body(2, 3, "2")],
            [body(1, 0, "0"), body(2, -1, "1")],
            [body(1, 0, "0"), body(2, 1, "g")], [body(1, 1, "1", accesses: 3), body(2, 2, "2", accesses: 1)],
        ]
        for (index, bodies) in lies.enumerated() {
            let directory = try export(SampleLog(bodies: bodies, signer: signer), to: "evidence-\(index)")
            let answer = try await check([directory])
            #expect(answer.status == 1, "\(index)")
            #expect(answer.lines.contains { $0.contains("does not commit to what") }, "\(index): \(answer.lines)")
            #expect(try fault(in: bodies) == .evidence(entry: 2), "\(index)")
        }
    }
}
