import Foundation
import GRDB
import Localization
import LogProof
import TestSupport
import Testing
import Vocabulary

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
        ("DELETE FROM text WHERE field = 'reason' AND entry > 100", "is gone, and no expungement explains it"),
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
            let problems = try await scratch.log.verify().problems.map(\.english)
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
                #expect(findings.problems.contains { $0.english.contains(words) }, "\(findings.problems)")
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
            let problems = try await scratch.log.verify().problems.map(\.english)
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

    /// Two entries changed places, or the tree was altered: making tables anew is no way out, and is not offered.
    @Test(arguments: [
        ("swapped", "says that it is entry"),
        ("gone", "is missing"),
        ("node", "of the tree does not fit"),
        ("text", "is not what was written"),
    ])
    func aRebuildLooksAtWhatTheTablesFollowFrom(how: String, words: String) async throws {
        try await ScratchLog.with { scratch in
            let shelf = try await scratch.register(.location, 1)
            let box = try await scratch.register(.container, 1)
            let first = try await scratch.move(box, to: .location(shelf))
            let second = try await scratch.move(box, to: .unknown)
            for _ in 0..<12 { try await scratch.move(box, to: .location(shelf)) }
            let (one, other) = (first.number.rawValue, second.number.rawValue)
            let swap = """
                DROP TRIGGER entryNeverChanges; DROP TRIGGER entryNeverGoes; DROP TRIGGER entryFollows;
                CREATE TEMP TABLE pair AS SELECT number, body, leafHash FROM entry WHERE number IN (\(one), \(other));
                UPDATE entry SET (body, leafHash) =
                    (SELECT body, leafHash FROM pair WHERE pair.number = \(one + other) - entry.number)
                    WHERE number IN (\(one), \(other))
                """
            let forgery =
                switch how {
                case "swapped": swap
                case "gone": "DROP TRIGGER entryNeverGoes; DELETE FROM entry WHERE number = 9"
                case "node": "UPDATE node SET hash = zeroblob(32) WHERE level = 1 AND position = 3"
                default: "UPDATE text SET text = 'forged' WHERE entry = 1"
                }
            let outsider = try DatabaseQueue(path: scratch.path)
            try await outsider.writeWithoutTransaction { db in
                try db.execute(sql: "PRAGMA foreign_keys = OFF")
                try db.execute(sql: forgery + "; UPDATE placement SET since = since + 1")
            }
            try outsider.close()
            // Whoever asked first met a table only.
            scratch.log.close(for: .staleTables(Message("the table placement does not agree with entry 1")))
            await #expect(throws: TransferLogError.self) { try await scratch.log.rebuild() }
            let trouble = try #require(scratch.log.trouble)
            #expect(trouble.description.contains(words), "\(trouble)")
            #expect(!trouble.description.contains("rebuild"))
            #expect(trouble.description.contains("outguide restore"))
        }
    }

    /// The start looks at the newest entries with their numbers and their part of the tree.
    @Test(arguments: [
        "UPDATE node SET hash = zeroblob(32) WHERE level = 1 AND position = 23",
        "UPDATE node SET hash = zeroblob(32) WHERE level = 4 AND position = 2",
        """
        DROP TRIGGER entryNeverChanges; CREATE TEMP TABLE pair AS SELECT * FROM entry WHERE number IN (41, 42);
        UPDATE entry SET (body, leafHash) = (SELECT body, leafHash FROM pair WHERE pair.number = 83 - entry.number)
            WHERE number IN (41, 42)
        """,
    ])
    func theStartLooksAtNumbersAndTheTree(forgery: String) async throws {
        try await ScratchLog.with { scratch in
            var history = RandomHistory(seed: 5)
            try await history.write(50, to: scratch.log)
            let outsider = try DatabaseQueue(path: scratch.path)
            try await outsider.write { try $0.execute(sql: forgery) }
            try outsider.close()
            await scratch.log.checkNewest(20)
            #expect(scratch.log.trouble != nil)
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

    /// A move that was decided by a stale table is a lie that fits every table made from it: the entries tell.
    @Test(arguments: ["placement", "none", "late"])
    func aMoveFromWhereTheThingWasNotIsFound(how: String) async throws {
        try await ScratchLog.with { scratch in
            let shelf = try await scratch.register(.location, 1)
            let other = try await scratch.register(.location, 2)
            let box = try await scratch.register(.container, 1)
            let first = try await scratch.move(box, to: .location(shelf))
            try await scratch.move(box, to: .location(other))
            #expect(try await scratch.log.verify().problems == [])
            switch how {
            case "placement":
                // As if it was done while the daemon did not run.
                let (place, entry, since) = (shelf.rawValue, first.number.rawValue, first.occurredAt.microseconds)
                try await scratch.log.write { transaction in
                    try transaction.db.execute(
                        sql: "UPDATE placement SET place = ?, entry = ?, since = ?",
                        arguments: [place, entry, since]
                    )
                }
                try await scratch.move(box, to: .unknown)
            case "none":
                let transfer = Transfer(subject: box, from: .unknown, to: .location(shelf), reason: nil)
                _ = try await scratch.log.write {
                    try $0.append(.transferred(transfer), by: Attribution(principal: .daemon))
                }
            default:
                let late = Attribution(principal: .daemon, occurredAt: first.occurredAt, isBackDated: true)
                let transfer = Transfer(subject: box, from: .location(other), to: .unknown, reason: nil)
                _ = try await scratch.log.write { try $0.append(.transferred(transfer), by: late) }
            }
            let problems = try await scratch.log.verify().problems.map(\.english)
            #expect(problems.contains { $0.contains("came from where it was not") }, "\(problems)")
        }
    }

    /// A log goes from key to key; one that changes another key than its own was forged.
    @Test func aBrokenChainOfKeysIsFound() async throws {
        try await ScratchLog.with { scratch in
            scratch.log.begin(under: "a")
            _ = try await scratch.register(.location, 1)
            for (old, new) in [("a", "b"), ("b", "c")] {
                let event = LogEvent.keyRotated(old: old, new: new, reason: nil)
                _ = try await scratch.log.write { try $0.append(.log(event), by: Attribution(principal: .daemon)) }
            }
            #expect(try await scratch.log.verify().problems == [])
            #expect(try await scratch.log.read { try $0.keysNamed().map(\.new) } == ["a", "b", "c"])
            let event = LogEvent.keyRotated(old: "b", new: "d", reason: nil)
            _ = try await scratch.log.write { try $0.append(.log(event), by: Attribution(principal: .daemon)) }
            #expect(try await scratch.log.verify().problems.contains { $0.english.contains("changes another key") })
        }
    }

    /// The readings that led to entries are there, and came from where the entries say.
    @Test(arguments: [
        ("DELETE FROM reading WHERE number = 2", "there are 2 readings, and the newest is reading 3"),
        ("DELETE FROM reading WHERE number = 3", "reading 3, which led to entry 1, is gone"),
        ("UPDATE reading SET station = 'elsewhere' WHERE number = 3", "came from elsewhere"),
        ("UPDATE reading SET scanner = 'another' WHERE number = 3", "came from elsewhere"),
    ])
    func readingsAreHeldAgainstTheEntries(sql: String, words: String) async throws {
        try await ScratchLog.with { scratch in
            let station = try #require(StationName("desk-1"))
            let scanner = ScannerName("05e0:1200:A1")
            try await scratch.log.write { transaction in
                for number in 1...3 {
                    let reading = Reading(
                        bytes: [UInt8(ascii: "A")],
                        symbology: nil,
                        station: station,
                        scanner: scanner,
                        principal: .daemon,
                        occurredAt: nil
                    )
                    let stored = try transaction.store(reading)
                    guard number == 3 else { continue }
                    let by = Attribution(
                        principal: .daemon,
                        station: station,
                        scanner: scanner,
                        reading: stored.number
                    )
                    try transaction.append(.log(.backedUp(entries: 0, sha256: "")), by: by)
                }
            }
            #expect(try await scratch.log.verify().problems == [])
            let outsider = try DatabaseQueue(path: scratch.path)
            try await outsider.writeWithoutTransaction { db in
                try db.execute(
                    sql: """
                        PRAGMA foreign_keys = OFF;
                        DROP TRIGGER readingNeverGoes; DROP TRIGGER readingNeverChanges;
                        \(sql)
                        """
                )
            }
            try outsider.close()
            let problems = try await scratch.log.verify().problems.map(\.english)
            #expect(problems.contains { $0.contains(words) }, "\(problems)")
        }
    }
}
