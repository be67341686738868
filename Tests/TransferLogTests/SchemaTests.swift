import Barcodes
import Foundation
import GRDB
import LogProof
import LogTables
import Testing
import Vocabulary

@testable import TransferLog

/// Logs of every schema that landed are opened, brought up to date, and tell what they always told.
@Suite struct SchemaTests {
    /// What `make-log` said of each.
    @Test(arguments: [
        ("v1", "RHEsyTQpNaV8Kb5yoOgIXeG+kiyBa0rBGbaqJBcloF0="),
        ("v2", "FjA4drdH/svi0IxZsipTTChoCxQkLq8XCoYHUuaM75s="),
        ("v3", "7obttM6AMlWZmeR/JRSx8vtW/eHT4x6L+IUsIC8VSes="),
        ("v4", "3sqw0lXQooOY/Eh4mPMyCW348STm+mmZ48vgcVscIW0="),
        ("v5", "TvYU6t1eJmt/YfRBJJDDiw1saSPgUtax9tSYa0CFeFY="),
        ("v6", "+hAndofqskfcl5n6UY21NG0VLE7s9Ok2EJ8NzWgBavc="),
        ("v8", "YfAD/Nsy/Z3qtgRwzrOPKELFORzb4WnPEjwGpRJ56zE="),
        ("v9", "jTcGJj8Bys0aoFRMWieBz08twksT30ho+I7dBwI9GEY="),
        ("v10", "r+IGQKYslK6Hs29ITA8yP/fq3bbg6s9PBFfmGvvxUZM="),
        ("v11", "WHFmtGu41eMVIwi2opZb/CPVqlqoQpojhybb7N9AlhI="),
        ("v12", "bqTkaEOFYCb8n7Ibp4V8O0zOznr5fJdkxAYV5tf2lX4="),
        ("v13", "t1GokAIvAVxX8aWo5nALQ6/BcStegOAq3qHRKahrQ8k="),
    ])
    func logsOfEarlierVersionsAreBroughtUpToDate(name: String, root: String) async throws {
        try await ScratchLog.inDirectory { directory in
            let path = directory + "/log.sqlite"
            let fixture = URL(filePath: #filePath).deletingLastPathComponent()
                .appending(path: "Fixtures/\(name).sqlite")
            try FileManager.default.copyItem(at: fixture, to: URL(filePath: path))
            let before = try await Self.tables(of: path)
            let log = try TransferLog(path: path)
            #expect(try await log.verify().problems == [])
            let expected = try TreeHead(size: 29, root: #require(TreeHash(base64: root)))
            #expect(try await log.read { try $0.treeHead(size: 29) } == expected)
            // From v13 on, a daemon that stops commits to its readings in an entry.
            #expect(try await log.read { try $0.newestEntry()?.rawValue } == (name == "v13" ? 30 : 29))
            try await Self.expectKnownAnswers(of: log)
            // It commits to what it has, is written to as ever, and rebuilt as it was.
            #expect(try await log.write { try $0.commitEvidence(limit: 100) } == false)
            _ = try await log.write {
                try $0.append(.log(.backedUp(entries: 29, sha256: "")), by: Attribution(principal: .daemon))
            }
            try await log.rebuild()
            #expect(try await log.verify().problems == [])
            try await Self.expectKnownAnswers(of: log)
            try log.close()
            #expect(try await Self.tables(of: path) == before)
        }
    }

    /// A log stops at any of the versions on its way, as when an upgrade left some out.
    @Test(arguments: ["v2", "v3", "v4", "v5", "v6", "v7", "v8", "v9", "v10", "v11", "v12", "v13", "v14"])
    func aLogIsBroughtUpToDateFromEveryVersion(version: String) async throws {
        try await ScratchLog.inDirectory { directory in
            let path = directory + "/log.sqlite"
            let fixture = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Fixtures/v1.sqlite")
            try FileManager.default.copyItem(at: fixture, to: URL(filePath: path))
            let queue = try DatabaseQueue(path: path)
            try Schema.migrator.migrate(queue, upTo: version)
            #expect(try await queue.read { try Schema.differences(in: $0) } == [])
            try queue.close()
            let log = try TransferLog(path: path)
            #expect(try await log.verify().problems == [])
            try await Self.expectKnownAnswers(of: log)
            try log.close()
        }
    }

    /// Runs that were printed despite trouble before anybody kept who said so: who began them did.
    @Test func whatWasOverriddenBeforeIsByWhoBeganTheRun() async throws {
        try await ScratchLog.inDirectory { directory in
            let path = directory + "/log.sqlite"
            let queue = try DatabaseQueue(path: path)
            try Schema.migrator.migrate(queue, upTo: "v11")
            try await queue.write { db in
                for despite in ["NULL", "'cover-open'", "'wrong-media out-of-labels'"] {
                    try db.execute(
                        sql: """
                            INSERT INTO printBatch (principal, template, printer, copies, isMinted, startedAt, state, despite)
                            VALUES ('uid:1001', 'box', 'zebra', 1, 0, 0, 'done', \(despite))
                            """
                    )
                }
            }
            try queue.close()
            let log = try TransferLog(path: path)
            let overrides = try await log.read { view in
                try view.unfiltered(because: .wholeRun).printBatches(before: nil, onlyOpen: false, limit: 9)
                    .map { $0.overrides.map { "\($0.kind) \($0.principal)" } }
            }
            #expect(overrides == [["wrong-media uid:1001", "out-of-labels uid:1001"], ["cover-open uid:1001"], []])
            try log.close()
        }
    }

    private static func expectKnownAnswers(of log: TransferLog) async throws {
        let answers = try await log.read { view in
            try ["BX0000000014", "FD0000000018", "CRATE 9", "FD0000000026"].map { text in
                let entity = try #require(try view.entity(barcode: try Barcode(parsing: text)))
                let whereabouts = try view.whereabouts(of: entity)
                let steps = try view.history(of: entity.id, before: nil, limit: 100)
                return [
                    entity.barcode.text, entity.title ?? "-", whereabouts.placement.word,
                    whereabouts.path.joined(separator: " › "), "\(whereabouts.entry)", "\(steps.count) steps",
                ].joined(separator: ", ")
            }
        }
        #expect(
            answers == [
                "BX0000000014, Case papers, location, Archive › Shelf 2, 16, 6 steps",
                "FD0000000018, Smith v. Jones, location, Archive › Shelf 2, 24, 10 steps",
                "BX000000003Z, Ledgers 1911, disposed, , 29, 7 steps",
                "FD0000000026, -, location, Archive › Shelf 2, 25, 6 steps",
            ]
        )
        // The foreign number went with the title, in the readings too.
        let gone = try await log.read { try $0.entity(barcode: try Barcode(parsing: "26-CV-1147")) }
        #expect(gone == nil)
        let readings = try await log.read { view in
            try (1...5).map {
                try view.reading(ReadingNumber(rawValue: $0)).map { String(decoding: $0.reading.bytes, as: UTF8.self) }
            }
        }
        #expect(readings == ["LC000000003D", "BX0000000014", "FD0000000018", "NOTHING 1", ""])
    }

    /// The rows of what is not made anew.
    private static func tables(of path: String) async throws -> [String: Int] {
        let database = try DatabaseQueue(path: path)
        defer { try? database.close() }
        return try await database.read { db in
            try Dictionary(
                uniqueKeysWithValues: ["reading", "outcome", "text", "request", "session"].map {
                    ($0, try Int.fetchOne(db, sql: "SELECT count(*) FROM \($0)") ?? 0)
                }
            )
        }
    }
}
