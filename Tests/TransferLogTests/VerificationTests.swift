import Foundation
import GRDB
import LogProof
import Records
import TestSupport
import Testing

@testable import TransferLog

@Suite struct VerificationTests {
    @Test func aSoundLogIsSound() async throws {
        try await ScratchLog.with { scratch in
            var history = RandomHistory(seed: 3)
            try await history.write(200, to: scratch.log)
            let findings = try await scratch.log.verify()
            #expect(findings.problems == [])
            #expect(findings.entries == 200)
            #expect(try await scratch.log.read { try $0.treeHead() } == findings.head)
        }
    }

    /// Whoever owns the file can drop the triggers; the tree tells.
    @Test(arguments: [
        (
            "DROP TRIGGER entryNeverChanges; UPDATE entry SET body = CAST(replace(body, 'uid:', 'uid;') AS BLOB) WHERE number = 7",
            "entry 7"
        ),
        ("DROP TRIGGER entryNeverChanges; UPDATE entry SET leafHash = zeroblob(32) WHERE number = 9", "entry 9"),
        ("UPDATE node SET hash = zeroblob(32) WHERE level = 3 AND position = 0", "node"),
        ("UPDATE text SET text = 'forged' WHERE entry = (SELECT min(entry) FROM text)", "is not what was written"),
        ("DELETE FROM text WHERE field = 'reason' AND entry > 100", "is gone, and nobody expunged it"),
        ("UPDATE placement SET since = since + 1", "the table placement"),
        ("DELETE FROM barcode WHERE isPrimary = 0", "the table barcode"),
        ("DROP TRIGGER entryNeverGoes", "the trigger entryNeverGoes"),
        ("DROP INDEX placementByPlace", "the index placementByPlace"),
    ])
    func whatWasChangedIsNamed(sql: String, words: String) async throws {
        try await ScratchLog.with { scratch in
            var history = RandomHistory(seed: 5)
            try await history.write(200, to: scratch.log)
            let outsider = try DatabaseQueue(path: scratch.path)
            try await outsider.write { try $0.execute(sql: sql) }
            try outsider.close()
            let problems = try await scratch.log.verify().problems
            #expect(problems.contains { $0.contains(words) }, "\(problems)")
        }
    }

    /// One entry that cannot be read hides nothing of what comes after it.
    @Test func allThatWasChangedIsNamed() async throws {
        try await ScratchLog.with { scratch in
            var history = RandomHistory(seed: 5)
            try await history.write(200, to: scratch.log)
            let outsider = try DatabaseQueue(path: scratch.path)
            try await outsider.write { db in
                try db.execute(
                    sql: """
                        DROP TRIGGER entryNeverChanges;
                        UPDATE entry SET body = x'00FF' WHERE number = 7;
                        UPDATE entry SET leafHash = zeroblob(32) WHERE number = 190;
                        """
                )
            }
            try outsider.close()
            let findings = try await scratch.log.verify()
            #expect(findings.entries == 200)
            for words in ["entry 7 cannot be read", "entry 190 is not what was written"] {
                #expect(findings.problems.contains { $0.contains(words) }, "\(findings.problems)")
            }
        }
    }

    /// Its own words are not among those that an expungement erases.
    @Test func whyAThingWasExpungedStays() async throws {
        try await ScratchLog.with { scratch in
            let box = try await scratch.register(.container, 1)
            let attribution = Attribution(principal: .daemon)
            let entry = try await scratch.log.write { transaction in
                let requested = Expungement(subject: box, stage: .requested, order: "26-J-1", reason: "sealed")
                let request = try transaction.append(.expunged(requested), by: attribution)
                let erased = try transaction.eraseTexts(of: box)
                let stage = Expungement.Stage.done(request: request.number, erased: erased)
                let done = Expungement(subject: box, stage: stage, order: "26-J-1", reason: "sealed")
                return try transaction.append(.expunged(done), by: attribution)
            }
            #expect(try await scratch.log.verify().problems == [])
            let outsider = try DatabaseQueue(path: scratch.path)
            try await outsider.write { try $0.execute(sql: "DELETE FROM text") }
            try outsider.close()
            let problems = try await scratch.log.verify().problems
            #expect(problems.contains { $0.contains("the reason of entry \(entry.number) is gone") }, "\(problems)")
        }
    }

    /// Nothing is written on top of what does not fit; tables can be made anew, entries cannot.
    @Test func aLogThatDoesNotFitTakesNothingIn() async throws {
        try await ScratchLog.with { scratch in
            var history = RandomHistory(seed: 5)
            try await history.write(50, to: scratch.log)
            let outsider = try DatabaseQueue(path: scratch.path)
            try await outsider.write { try $0.execute(sql: "UPDATE placement SET since = since + 1") }
            #expect(try await scratch.log.verify().problems != [])
            let refusal = await #expect(throws: TransferLogError.self) { try await scratch.log.write { _ in () } }
            #expect(refusal?.description.contains("outguide log rebuild") == true)
            try await scratch.log.rebuild()
            #expect(scratch.log.trouble == nil)
            try await scratch.log.write { _ in () }

            let forging = "DROP TRIGGER entryNeverChanges; UPDATE entry SET leafHash = zeroblob(32) WHERE number = 9"
            try await outsider.write { try $0.execute(sql: forging) }
            try outsider.close()
            await #expect(throws: TransferLogError.self) {
                try await scratch.log.read { try $0.entry(EntryNumber(rawValue: 9)) }
            }
            await #expect(throws: TransferLogError.self) { try await scratch.log.write { _ in () } }
            await #expect(throws: TransferLogError.self) { try await scratch.log.rebuild() }
            #expect(scratch.log.trouble?.description.contains("entry 9") == true)
        }
    }

    /// A proof that was begun before a shorter log was restored is no sign of damage.
    @Test func whatTheLogDoesNotReachIsNoDamage() async throws {
        try await ScratchLog.with { scratch in
            var history = RandomHistory(seed: 5)
            try await history.write(50, to: scratch.log)
            for size in [Int64(51), 52, 500] {
                await #expect(throws: TransferLogError.busy) {
                    try await scratch.log.read { try $0.inclusionProof(of: EntryNumber(rawValue: 1), size: size) }
                }
            }
            #expect(scratch.log.trouble == nil)
            let outsider = try DatabaseQueue(path: scratch.path)
            try await outsider.write { try $0.execute(sql: "DELETE FROM node WHERE level = 1 AND position = 1") }
            try outsider.close()
            await #expect(throws: TransferLogError.self) {
                try await scratch.log.read { try $0.inclusionProof(of: EntryNumber(rawValue: 1), size: 50) }
            }
            #expect(scratch.log.trouble?.description.contains("is missing") == true)
        }
    }

    @Test func whatWasAlteredLatelyIsFoundAtTheStart() async throws {
        try await ScratchLog.with { scratch in
            var history = RandomHistory(seed: 5)
            try await history.write(50, to: scratch.log)
            await scratch.log.checkNewest(20)
            #expect(scratch.log.trouble == nil)
            let outsider = try DatabaseQueue(path: scratch.path)
            let forging = "DROP TRIGGER entryNeverChanges; UPDATE entry SET leafHash = zeroblob(32) WHERE number = 31"
            try await outsider.write { try $0.execute(sql: forging) }
            try outsider.close()
            await scratch.log.checkNewest(20)
            #expect(scratch.log.trouble?.description.contains("entry 31") == true)
        }
    }

    /// A bit that flips somewhere in the file is harmless, or it is reported; it is never told as the truth.
    @Test(arguments: [UInt64(11), 12, 13])
    func flippedBitsAreHarmlessOrReported(seed: UInt64) async throws {
        try await ScratchLog.with { scratch in
            var history = RandomHistory(seed: seed)
            try await history.write(60, to: scratch.log)
            try await scratch.log.scrub()
            let truth = try await LogAnswers(of: scratch.log)
            let sound = try Data(contentsOf: URL(filePath: scratch.path))
            var generator = SeededGenerator(seed: seed)
            for _ in 0..<50 {
                var bytes = sound
                let offset = Int.random(in: 0..<bytes.count, using: &generator)
                bytes[offset] ^= 1 << UInt8.random(in: 0..<8, using: &generator)
                let copy = scratch.path + ".flipped"
                for suffix in ["", "-wal", "-shm"] { try? FileManager.default.removeItem(atPath: copy + suffix) }
                try bytes.write(to: URL(filePath: copy))
                // Refusing to open, or to verify, is a report too.
                guard let log = try? TransferLog(path: copy) else { continue }
                // Whoever asks before anybody verified may be told that there is damage, but nothing that never was.
                if let told = try? await LogAnswers(of: log) {
                    #expect(told.inventions(beside: truth) == [], "seed \(seed): offset \(offset)")
                }
                let findings = try? await log.verify()
                if findings?.problems == [] {
                    let told = try await LogAnswers(of: log)
                    #expect(told == truth, "seed \(seed): offset \(offset) told something else as the truth")
                }
                try? log.close()
            }
        }
    }
}
