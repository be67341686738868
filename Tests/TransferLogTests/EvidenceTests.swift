import Barcodes
import Foundation
import GRDB
import Localization
import LogEntries
import LogProof
import Testing
import Vocabulary

@testable import TransferLog

/// The log commits to readings and to the record of access, and tells which row is not what was recorded.
@Suite struct EvidenceTests {
    private static let day: Int64 = 86_400_000_000

    private func read(_ text: String, in log: TransferLog) async throws {
        let station = try #require(StationName("desk"))
        _ = try await log.write { transaction in
            try transaction.store(
                Reading(
                    bytes: Array(text.utf8),
                    symbology: nil,
                    station: station,
                    scanner: ScannerName("gun"),
                    principal: .user(1_000),
                    occurredAt: nil
                )
            )
        }
    }

    private func look(_ route: String, at instant: Timestamp, in log: TransferLog) async throws {
        let access = Access(
            at: instant,
            principal: .user(1_000),
            roles: [.clerk],
            act: .thing,
            route: route,
            entity: nil,
            level: nil,
            isGranted: false,
            detail: "not for them"
        )
        try await log.write { try $0.note(access) }
    }

    /// A log with six readings and six looks, to which two entries commit, four and two of each.
    private func with(_ body: (ScratchLog) async throws -> Void) async throws {
        try await ScratchLog.with { scratch in
            for round in [1...4, 5...6] {
                for number in round {
                    try await read("reading \(number)", in: scratch.log)
                    let instant = Timestamp(clamping: 1_700_000_000_000_000 + Int64(number))
                    try await look("GET /\(number)", at: instant, in: scratch.log)
                }
                #expect(try await scratch.log.write { try $0.commitEvidence(limit: 100) } == false)
            }
            try await body(scratch)
        }
    }

    private func problems(of scratch: ScratchLog, after sql: String) async throws -> [String] {
        let outsider = try DatabaseQueue(path: scratch.path)
        try await outsider.write { db in
            let triggers = try String.fetchAll(db, sql: "SELECT sql FROM sqlite_schema WHERE type = 'trigger'")
            let names = try String.fetchAll(db, sql: "SELECT name FROM sqlite_schema WHERE type = 'trigger'")
            for name in names { try db.execute(sql: "DROP TRIGGER \(name)") }
            try db.execute(sql: sql)
            for trigger in triggers { try db.execute(sql: trigger) }
        }
        try outsider.close()
        return try await scratch.log.verify().problems.map(\.english)
    }

    @Test func whatWasNotTouchedFits() async throws {
        try await with { scratch in
            #expect(try await scratch.log.verify().problems == [])
            let newest = try await scratch.log.read { try $0.newestEntry() }
            // Nothing is new.
            #expect(try await scratch.log.write { try $0.commitEvidence(limit: 100) } == false)
            #expect(try await scratch.log.read { try $0.newestEntry() } == newest)
            try await scratch.log.rebuild()
            try await read("one more", in: scratch.log)
            #expect(try await scratch.log.write { try $0.commitEvidence(limit: 1) } == true)
            #expect(try await scratch.log.verify().problems == [])
        }
    }

    @Test(arguments: [
        ("UPDATE reading SET bytes = x'00' WHERE number = 3", "reading 3 is not what was recorded"),
        ("UPDATE reading SET station = 'other' WHERE number = 5", "reading 5 or one after it, up to 6, is not what"),
        ("UPDATE reading SET scanner = NULL WHERE number = 5", "reading 5 or one after it, up to 6, is not what"),
        ("UPDATE reading SET recordedAt = recordedAt - 1 WHERE number = 2", "reading 2 is not what was recorded"),
        ("DELETE FROM openReading; DELETE FROM reading WHERE number = 6", "reading 6 is gone"),
        ("DELETE FROM openReading; DELETE FROM reading WHERE number = 2", "reading 2 is gone"),
        ("UPDATE access SET principal = 'uid:2' WHERE number = 4", "row 4 of the record of access is not what"),
        ("UPDATE access SET detail = NULL WHERE number = 6", "row 6 of the record of access is not what"),
        ("DELETE FROM access WHERE number = 6", "row 6 of the record of access is gone"),
        ("DELETE FROM access WHERE number = 1", "row 1 of the record of access is gone"),
        ("DELETE FROM access WHERE number = 1; UPDATE evidence SET salt = NULL", "row 1 of the record of access is"),
        ("UPDATE reading SET bytes = x''; UPDATE evidence SET salt = NULL", "what reading 1 said is gone, and nobody"),
        ("UPDATE evidence SET commitment = zeroblob(32) WHERE number = 2", "reading 2 is not what was recorded"),
        ("DELETE FROM evidence WHERE source = 'reading' AND number = 6", "the commitment to reading 6 is gone"),
        ("DELETE FROM evidence WHERE source = 'access' AND number = 2", "the commitment to row 2 of the record"),
        (
            "INSERT INTO evidence SELECT source, 99, at, commitment, salt FROM evidence WHERE number = 1",
            "no entry makes the commitment to reading 99"
        ),
    ])
    func theFirstRowThatDoesNotFitIsNamed(sql: String, words: String) async throws {
        try await with { scratch in
            let problems = try await problems(of: scratch, after: sql)
            #expect(problems.contains { $0.hasPrefix(words) }, "\(problems)")
            #expect(scratch.log.trouble != nil)
        }
    }

    /// Whoever makes a row and its commitment anew is found by the running hash.
    @Test func aForgedCommitmentDoesNotFitTheHash() async throws {
        try await with { scratch in
            let salt = [UInt8](repeating: 1, count: 32)
            let commitment = Hexadecimal.text(of: EvidenceChain.commitment(to: Array("forged".utf8), salt: salt))
            let problems = try await problems(
                of: scratch,
                after: """
                    UPDATE reading SET bytes = CAST('forged' AS BLOB) WHERE number = 6;
                    UPDATE evidence SET salt = x'\(Hexadecimal.text(of: salt))', commitment = x'\(commitment)'
                        WHERE source = 'reading' AND number = 6
                    """
            )
            #expect(problems.contains { $0.hasPrefix("reading 5 or one after it, up to 6") }, "\(problems)")
        }
    }

    /// What was erased by order still fits, and nothing is left by which it could be guessed.
    @Test func anErasedReadingFitsAndCannotBeGuessed() async throws {
        try await ScratchLog.with { scratch in
            let number = "26-CV-1147"
            let barcode = try Barcode(parsing: number)
            let item = Registration(
                type: .item,
                kind: EntityType.item.standardKind,
                barcode: barcode,
                origin: .given,
                title: "Smith",
                home: nil,
                parent: nil
            )
            let daemon = Attribution(principal: .daemon)
            let entry = try await scratch.log.write { try $0.append(.registered(item), by: daemon) }
            let subject = EntityID(registeredBy: entry.number)
            for text in ["first", number, "last"] { try await read(text, in: scratch.log) }
            _ = try await scratch.log.write { try $0.commitEvidence(limit: 100) }
            _ = try await scratch.log.write { transaction in
                let order = Expungement(subject: subject, stage: .requested, order: nil, reason: "order")
                let request = try transaction.append(.expunged(order), by: daemon)
                let label = try transaction.nextBarcode(prefix: .item, site: .standard)
                let labelling = Labelling(subject: subject, barcode: label, role: .primary)
                try transaction.append(.labelled(labelling), by: daemon)
                let erased = try transaction.eraseTexts(of: subject)
                let stage = Expungement.Stage.done(request: request.number, erased: erased)
                let done = Expungement(subject: subject, stage: stage, order: nil, reason: "order")
                return try transaction.append(.expunged(done), by: daemon)
            }
            #expect(try await scratch.log.verify().problems == [])
            let outsider = try DatabaseQueue(path: scratch.path)
            let salts = try await outsider.read { db in
                try Bool.fetchAll(db, sql: "SELECT salt IS NULL FROM evidence WHERE source = 'reading' ORDER BY number")
            }
            #expect(salts == [false, true, false])
            try outsider.close()
        }
    }

    /// Rows that are older than a year may be pruned, and fit all the same.
    @Test func whatWasPrunedFits() async throws {
        try await ScratchLog.with { scratch in
            let start = Timestamp(clamping: 1_700_000_000_000_000)
            for day in 0..<3 {
                try await look("GET /\(day)", at: Timestamp(clamping: start.microseconds + Int64(day)), in: scratch.log)
            }
            _ = try await scratch.log.write { try $0.commitEvidence(limit: 100) }
            let later = Timestamp(clamping: start.microseconds + 400 * Self.day)
            try await look("GET /later", at: later, in: scratch.log)
            #expect(try await scratch.log.write { try $0.pruneAccess(before: later, limit: 2) } == 2)
            #expect(try await scratch.log.verify().problems == [])
            try await look("GET /last", at: later, in: scratch.log)
            _ = try await scratch.log.write { try $0.commitEvidence(limit: 100) }
            #expect(try await scratch.log.verify().problems == [])
        }
    }

    /// However many rows there are, each is looked up by its number.
    @Test(arguments: EvidenceSource.allCases) func nothingIsReadTwice(source: EvidenceSource) async throws {
        try await ScratchLog.with { scratch in
            let outsider = try DatabaseQueue(path: scratch.path)
            for query in [source.newRows, source.committedRows] {
                let plan = try await outsider.read { db in
                    try Row.fetchAll(db, sql: "EXPLAIN QUERY PLAN \(query)", arguments: [0, 9]).map {
                        $0["detail"] as String
                    }
                }
                #expect(!plan.isEmpty && plan.allSatisfy { $0.hasPrefix("SEARCH") }, "\(plan)")
            }
            try outsider.close()
        }
    }

    /// Strangers can recompute what the page says.
    @Test func thePageHasTheHashes() throws {
        let root = URL(filePath: #filePath).appending(path: "../../..").standardized
        let page = root.appending(path: "Sources/LogProof/LogProof.docc/VerifyingALog.md")
        let text = try String(contentsOf: page, encoding: .utf8)
        let rest = try #require(text.components(separatedBy: "```evidence\n").last)
        let block = try #require(rest.components(separatedBy: "```").first)
        var chain = try #require(EvidenceHead.none.chain(of: .access))
        var lines = ""
        for number in 1...3 {
            let salt = [UInt8](repeating: UInt8(number), count: 32)
            let commitment = EvidenceChain.commitment(to: Array("{}".utf8), salt: salt)
            chain.add(number: Int64(number), at: Int64(number), commitment: commitment, open: JSONMembers())
            lines += "\(number) \(chain.hexadecimal)\n"
        }
        #expect(block == lines)
    }

    /// It says how often somebody looked, which is not for everybody.
    @Test func itsBytesAreForThoseWhoSeeEverything() async throws {
        try await with { scratch in
            for clearance in Clearance.allCases {
                let hidden = try await scratch.log.read(as: clearance) { view in
                    let newest = try #require(try view.newestEntry())
                    return try view.hidesBytes(of: view.entry(newest))
                }
                #expect(hidden == (clearance < .everything))
            }
        }
    }
}
